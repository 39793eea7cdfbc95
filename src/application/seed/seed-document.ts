/** Says what a demo account holds: `seeds/<account id>.json`. */
import { z } from 'zod';

const usageSchema = z.strictObject({
  metric: z.string(),
  kind: z.enum(['SET', 'ADD']).default('SET'),
  value: z.number(),
  at: z.string().describe('ISO 8601 duration from the moment of loading, or RFC 3339.'),
});

const eventSchema = z.strictObject({
  type: z.string(),
  at: z.string(),
  data: z.record(z.string(), z.unknown()).default({}),
});

/** Members are looked at again, and strictly, by the use cases they are loaded through. */
export const seedDocumentSchema = z.strictObject({
  shows: z.string().min(1).describe('What this account is for, in one sentence.'),
  account: z.looseObject({ id: z.string(), name: z.string(), status: z.string() }),
  usage: z.array(usageSchema).default([]),
  events: z.array(eventSchema).default([]),
});
export type SeedDocument = z.infer<typeof seedDocumentSchema>;
