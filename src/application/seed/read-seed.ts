/** Reads the text of a demo account. */
import { parseJsonStrictly } from '../../domain/documents/strict-json';
import { seedDocumentSchema, type SeedDocument } from './seed-document';

/** The demo account, or in words everything that is wrong with the text. */
export function readSeed(
  text: string,
): { readonly seed: SeedDocument } | { readonly problems: readonly string[] } {
  const read = parseJsonStrictly(text);
  if ('problems' in read) return { problems: read.problems.map(({ message }) => message) };
  const parsed = seedDocumentSchema.safeParse(read.value);
  if (parsed.success) return { seed: parsed.data };
  return { problems: parsed.error.issues.map(({ path, message }) => `/${path.join('/')}: ${message}`) };
}
