/** Says what an offer document holds: what is sold, to whom it may be shown, and in which words. */
import { z } from 'zod';
import { MOTIONS, OFFER_KINDS, SIGNALS } from './vocabulary';
import { documentKey, metricKey, timestamp } from './key';
import { priceSchema } from './plan-document';

const text = z.string().min(1).max(600);

const copySchema = z.strictObject({ title: z.string().min(1).max(160), body: text });

/** One wording of an offer; weights are relative to each other. `signals` replaces title and body where the reason differs. */
export const treatmentSchema = z.strictObject({
  key: documentKey,
  weight: z.int().min(0).max(1000),
  title: z
    .string()
    .min(1)
    .max(160)
    .describe('Template: {{usage.seats.ratio | percent}} reads a declared fact.'),
  body: text,
  acceptLabel: z.string().min(1).max(40),
  declineLabel: z.string().min(1).max(40),
  signals: z
    .partialRecord(z.enum(SIGNALS), copySchema)
    .default({})
    .describe('Other words for another reason, for instance EXPLICIT_ASK.'),
});
export type Treatment = z.infer<typeof treatmentSchema>;

/** How the value of the offer is computed from the account's own numbers (requirement O2). */
export const valueCaseSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('overage-saving').describe('Overage now against the offered plan at the same volume.'),
    metric: metricKey,
    statement: text.describe(
      'Template over figures.used, figures.limit, figures.overageNow, figures.overageThen, figures.saving.',
    ),
  }),
  z.strictObject({
    type: z.literal('limit-lift').describe('The limit before and after.'),
    metric: metricKey,
    statement: text.describe('Template over figures.from, figures.to, figures.used.'),
  }),
  z.strictObject({
    type: z.literal('time-saved').describe('Runs of a manual workflow times the minutes each takes.'),
    metric: metricKey.describe('The metric that counts the runs.'),
    minutesPerRun: z.number().gt(0).max(1440),
    statement: text.describe('Template over figures.runs, figures.minutesPerRun, figures.hours.'),
  }),
]);
export type ValueCaseDefinition = z.infer<typeof valueCaseSchema>;

/** The shape of `rules/offer/<key>.json`. */
export const offerDocumentSchema = z.strictObject({
  key: documentKey,
  name: z.string().min(1).max(80),
  description: z.string().max(400).optional(),
  kind: z.enum(OFFER_KINDS),
  motion: z.enum(MOTIONS).exclude(['NONE']).describe('The offer is made only to accounts in this motion.'),
  family: documentKey
    .optional()
    .describe('At most one offer per family is made; default: the family of its plan, else its own key.'),
  plan: documentKey
    .optional()
    .describe('The plan it leads to: PLAN_UPGRADE, PLAN_DOWNGRADE, RETURN_OFFER and CROSS_SELL.'),
  features: z.array(documentKey).default([]).describe('What an add-on or a cross-sell brings.'),
  adds: z.record(metricKey, z.number().gt(0)).default({}).describe('Units added to a limit: CAPACITY.'),
  prices: z
    .array(priceSchema)
    .default([])
    .describe("List prices of ADD_ON and CAPACITY; offers with a plan take the plan's."),
  availableOn: z.array(documentKey).default([]).describe('Plans on which it can be bought; empty: any.'),
  topic: documentKey,
  status: z.enum(['active', 'retired']).default('active'),
  validFrom: timestamp.describe('Inclusive.'),
  validUntil: timestamp.nullable().describe('Exclusive; null: no end.'),
  regions: z
    .strictObject({
      blocked: z.array(
        z.string().regex(/^[A-Z]{2}(-[A-Z0-9]{1,3})?$/, 'must be ISO 3166, for instance KP or US-NY'),
      ),
    })
    .default({ blocked: [] }),
  capacity: z
    .strictObject({ perMonth: z.int().min(0) })
    .optional()
    .describe('Hand-offs that people can take on.'),
  valueCase: valueCaseSchema.optional(),
  otherValueCases: z
    .array(valueCaseSchema)
    .max(5)
    .default([])
    .describe(
      'Told instead: first the one about the metric that set the offer off, then the first that holds.',
    ),
  placements: z.array(documentKey).default([]),
  treatments: z.array(treatmentSchema).min(1).max(10),
  wording: z
    .record(documentKey, z.record(z.string().min(1).max(40), z.string().min(1).max(40)))
    .default({})
    .describe('Per industry: whole words of the copy and what they become.'),
});
export type OfferDocument = z.infer<typeof offerDocumentSchema>;
