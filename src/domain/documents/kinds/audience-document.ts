/** Says what an audience document holds: a named condition that rules and other audiences refer to by key. */
import { z } from 'zod';
import { conditionSchema } from './condition-schema';
import { documentKey } from './key';

/** The shape of `rules/audience/<key>.json`. */
export const audienceDocumentSchema = z.strictObject({
  key: documentKey,
  name: z.string().min(1).max(80),
  description: z.string().max(400).optional(),
  conditions: conditionSchema,
});
export type AudienceDocument = z.infer<typeof audienceDocumentSchema>;
