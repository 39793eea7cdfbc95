/** Says how a condition is written: stock json-rules-engine, without what that library misreads. */
import { z } from 'zod';
import { documentKey } from './key';

const factReference = z.strictObject({
  fact: z.string().min(1).max(120),
  path: z.string().min(1).max(200).optional(),
});
const scalar = z.union([z.string().max(4096), z.number(), z.boolean(), z.null()]);

/** The right-hand side of a leaf: a literal, a list of literals, or another fact. */
export const conditionValueSchema = z.union([scalar, z.array(scalar).max(1000), factReference]);

/** The shape of one comparison. */
export const leafSchema = z.strictObject({
  fact: z.string().min(1).max(120),
  path: z.string().min(1).max(200).optional(),
  operator: z.string().min(1).max(120),
  value: conditionValueSchema,
  priority: z.int().min(1).max(1000).optional(),
  name: z.string().min(1).max(120).optional().describe('What the condition means, shown in explanations.'),
});
export type LeafDocument = z.infer<typeof leafSchema>;

const named = { name: z.string().min(1).max(120).optional(), priority: z.int().min(1).max(1000).optional() };

/** A condition as written in a document: a leaf, a group, a negation, or an audience by key. */
export type ConditionDocument =
  | LeafDocument
  | { all: ConditionDocument[]; name?: string | undefined; priority?: number | undefined }
  | { any: ConditionDocument[]; name?: string | undefined; priority?: number | undefined }
  | { not: ConditionDocument; name?: string | undefined; priority?: number | undefined }
  | { condition: string };

/** Any condition; depth (10) and size (200) are bounded before this schema is applied. */
export const conditionSchema: z.ZodType<ConditionDocument> = z.lazy(() =>
  z.union([
    leafSchema,
    z.strictObject({ all: z.array(conditionSchema).min(1), ...named }),
    z.strictObject({ any: z.array(conditionSchema).min(1), ...named }),
    z.strictObject({ not: conditionSchema, ...named }),
    z.strictObject({ condition: documentKey }),
  ]),
);
