/** Holds input against a schema and reports everything that does not fit, in plain words. */
import type { z } from 'zod';
import { schemaProblems } from '../documents/schema-problems';
import { givenMembers } from './given-members';
import type { Reading } from './input-problem';

/** The stated members of `input` as `schema` reads them; `open` names members with the caller's own data. */
export function readShape<T>(schema: z.ZodType<T>, input: unknown, open?: ReadonlySet<string>): Reading<T> {
  const stated = givenMembers(input, open);
  const parsed = schema.safeParse(stated);
  if (parsed.success) return { value: parsed.data };
  const problems = schemaProblems(schema, stated, parsed.error.issues);
  return { problems: problems.map(({ pointer, message, hint }) => ({ pointer, message, hint })) };
}
