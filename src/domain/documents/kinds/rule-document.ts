/** Says what a rule document holds: a condition, the event it fires, and the words that explain it. */
import { z } from 'zod';
import { conditionSchema } from './condition-schema';
import { documentKey, metricKey } from './key';
import { MOTIONS, NOTIFICATION_KINDS, OFFER_KINDS, SIGNALS, SUPPRESSION_CODES } from './vocabulary';

const text = z.string().min(1).max(600);

const scoreEvent = z.strictObject({
  type: z.literal('score'),
  params: z.strictObject({
    points: z
      .int()
      .min(-100)
      .max(100)
      .describe('Points toward upsellReadiness, which is held within 0 to 100.'),
  }),
});

const assignMotionEvent = z.strictObject({
  type: z.literal('assign-motion'),
  params: z.strictObject({
    motion: z.enum(MOTIONS).exclude(['NONE']),
    daysToDecision: z
      .union([z.number().min(0), z.strictObject({ fact: z.string().min(1) })])
      .optional()
      .describe(
        "How far off the customer's own decision is; the nearest motion wins, one without a date comes last.",
      ),
  }),
});

const suppressEvent = z.strictObject({
  type: z.literal('suppress'),
  params: z.strictObject({
    code: z.enum(SUPPRESSION_CODES).default('SUPPRESSED_BY_RULE'),
    offers: z.array(documentKey).min(1).optional().describe('Only these offers; default: all.'),
    kinds: z
      .array(z.enum(OFFER_KINDS))
      .min(1)
      .optional()
      .describe('Only offers of these kinds; default: all.'),
    motions: z
      .array(z.enum(MOTIONS))
      .min(1)
      .optional()
      .describe('Only offers of these motions; default: all.'),
    notices: z.boolean().default(false).describe('Whether notices without an offer are silenced as well.'),
    message: z.string().min(1).max(300).optional().describe('What ops read beside the code.'),
  }),
});

const recommendOfferEvent = z.strictObject({
  type: z.literal('recommend-offer'),
  params: z.strictObject({
    offer: documentKey,
    signal: z.enum(SIGNALS),
    metric: metricKey.optional().describe('The metric that set it off; its numbers become the trigger.'),
    whyShown: text
      .optional()
      .describe('Template, safe to show to the customer; default: a sentence by signal.'),
  }),
});

const actionSchema = z.strictObject({
  kind: z.enum(['ACCEPT', 'DECLINE', 'SNOOZE', 'LINK']),
  label: z.string().min(1).max(40),
  url: z
    .string()
    .max(400)
    .optional()
    .describe('https, or a path of the product beginning with /; only with LINK.'),
});

const notifyEvent = z.strictObject({
  type: z.literal('notify'),
  params: z.strictObject({
    kind: z.enum(NOTIFICATION_KINDS).exclude(['OFFER']),
    metric: metricKey
      .optional()
      .describe('Of several notices on one metric only the one of the highest priority is shown.'),
    placements: z.array(documentKey).min(1),
    title: z.string().min(1).max(160),
    body: text,
    actions: z.array(actionSchema).max(4).default([]),
    dismissible: z.boolean().default(true),
    snoozable: z.boolean().default(true),
    expiresInHours: z.number().gt(0).max(8784).optional(),
  }),
});

const createTaskEvent = z.strictObject({
  type: z.literal('create-task'),
  params: z.strictObject({
    kind: z.enum(['TASK', 'ESCALATION']),
    assignee: z.enum(['owner', 'csm']),
    title: z.string().min(1).max(160),
    summary: text.describe("Template: the usage that matters, in the account's own numbers."),
    topic: documentKey.describe('The playbook the talking points come from.'),
  }),
});

/** Event types in the order in which their stages run. */
export const EVENT_TYPES = [
  'score',
  'assign-motion',
  'suppress',
  'recommend-offer',
  'notify',
  'create-task',
] as const;
export type EventType = (typeof EVENT_TYPES)[number];

/** What a rule does when it fires: one of the six event types with its own parameters. */
export const ruleEventSchema = z.discriminatedUnion('type', [
  scoreEvent,
  assignMotionEvent,
  suppressEvent,
  recommendOfferEvent,
  notifyEvent,
  createTaskEvent,
]);
export type RuleEvent = z.infer<typeof ruleEventSchema>;

/** The shape of `rules/rule/<key>.json`. */
export const ruleDocumentSchema = z.strictObject({
  key: documentKey,
  topic: documentKey.optional(),
  description: z.string().max(400).optional(),
  enabled: z.boolean().default(true).describe('A rule that is off is kept, checked and never evaluated.'),
  conditions: conditionSchema,
  event: ruleEventSchema,
  priority: z.int().min(1).max(1000).default(1).describe('Higher first; equal priorities go by key.'),
});
export type RuleDocument = z.infer<typeof ruleDocumentSchema>;

/** A rule whose event is of one type. */
export type RuleOf<T extends EventType> = RuleDocument & { event: Extract<RuleEvent, { type: T }> };
