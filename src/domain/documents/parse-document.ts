/** Turns a value of unknown origin into a document, or into everything that is wrong with it. */
import { z } from 'zod';
import { conditionProblems } from './condition-shape';
import type { DocumentKind } from './document-kind';
import { DOCUMENT_SCHEMAS } from './document-schemas';
import type { DocumentOf } from './document-set';
import { error } from './found';
import type { Problem } from './problem';
import { scanValue } from './scan-value';
import { schemaProblems, typeInWords } from './schema-problems';
import { tidyBody } from './topic-text';

/** A document with its defaults filled in, or its problems (at least one). */
export type ParsedDocument<K extends DocumentKind = DocumentKind> =
  { readonly document: DocumentOf[K] } | { readonly problems: readonly Problem[] };

/** Conditions are checked by hand: what zod says of a failed union helps nobody. */
const SHAPES: Readonly<Record<DocumentKind, z.ZodObject>> = {
  ...DOCUMENT_SCHEMAS,
  rule: DOCUMENT_SCHEMAS.rule.extend({ conditions: z.unknown().optional() }),
  audience: DOCUMENT_SCHEMAS.audience.extend({ conditions: z.unknown().optional() }),
};

/** Bounds first, then shape; every problem at once. Never throws, whatever the value. */
export function parseDocument<K extends DocumentKind>(kind: K, value: unknown): ParsedDocument<K> {
  const bounds = scanValue(value);
  if (bounds.length > 0) return { problems: bounds };
  if (!isObject(value)) {
    return {
      problems: [error('WRONG_TYPE', '', `A document must be an object, not ${typeInWords(value)}.`)],
    };
  }
  const candidate = kind === 'topic' ? tidyTopic(value) : value;
  const parsed = SHAPES[kind].safeParse(candidate);
  const problems = [
    ...(parsed.success ? [] : schemaProblems(SHAPES[kind], candidate, parsed.error.issues)),
    ...(kind === 'rule' || kind === 'audience' ? conditionProblems(value.conditions, '/conditions') : []),
  ];
  return problems.length > 0 || !parsed.success
    ? { problems }
    : { document: parsed.data as unknown as DocumentOf[K] };
}

function tidyTopic(value: Record<string, unknown>): Record<string, unknown> {
  return typeof value.body === 'string' ? { ...value, body: tidyBody(value.body) } : value;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
