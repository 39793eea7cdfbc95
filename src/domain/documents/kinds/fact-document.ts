/** Says what a fact document holds: the declared type, unit, meaning and bounds of one fact. */
import { z } from 'zod';
import { factKey } from './key';

/** The types a fact may be declared with. */
export const FACT_TYPES = ['string', 'integer', 'number', 'boolean', 'date', 'list', 'object'] as const;
/** `integer` may be compared for equality, `number` (a float) only by order; `date` is an RFC 3339 text. */
export type FactType = (typeof FACT_TYPES)[number];

/** Where the value comes from; `decision` facts are found by an earlier stage (`upsellReadiness`, `motion`). */
export const FACT_SOURCES = [
  'account',
  'contract',
  'health',
  'usage',
  'history',
  'context',
  'clock',
  'decision',
  'attributes',
] as const;
export type FactSource = (typeof FACT_SOURCES)[number];

const scalar = z.union([z.string(), z.number(), z.boolean()]);

const fieldSchema = z.strictObject({
  type: z.enum(FACT_TYPES).describe('The type found at the end of the path.'),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  allowed: z.array(scalar).min(1).optional(),
});

/** The shape of `rules/fact/<key>.json`. */
export const factDocumentSchema = z.strictObject({
  key: factKey.describe('The dotted name; `usage.*.ratio` declares one fact per metric.'),
  type: z.enum(FACT_TYPES),
  source: z.enum(FACT_SOURCES),
  unit: z
    .string()
    .max(40)
    .optional()
    .describe('For instance days, ratio, seats; absent for plain text and flags.'),
  meaning: z.string().min(1).max(400).describe('One sentence for the person who writes a rule.'),
  items: z
    .enum(['string', 'integer', 'number'])
    .optional()
    .describe('What a list holds; only with type list.'),
  fields: z
    .record(z.string().min(1).max(120), fieldSchema)
    .optional()
    .describe(
      'What may be reached by `path`, keyed by JSON pointer without the leading slash; only with type object.',
    ),
  allowed: z
    .array(scalar)
    .min(1)
    .optional()
    .describe('The values that exist; a rule that names another is refused.'),
  allowedKeys: z
    .enum(['plan', 'metric', 'offer'])
    .optional()
    .describe('The values that exist are the keys of this kind of document.'),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  maxAgeDays: z
    .number()
    .positive()
    .optional()
    .describe('Older than this the fact is stale; overrides the policy for its source.'),
  sample: z.unknown().describe('A typical value, shown in the editor and the documentation.'),
});
export type FactDocument = z.infer<typeof factDocumentSchema>;
