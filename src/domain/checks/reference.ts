/** Words the finding for a key that no document of its kind has. */
import { error } from '../documents/found';
import { didYouMeanOneOf } from '../documents/name-hint';
import type { Problem } from '../documents/problem';
import type { ProblemCode } from '../documents/problem-codes';
import type { CheckContext } from './check';

const CODES = {
  offer: 'UNKNOWN_OFFER',
  plan: 'UNKNOWN_PLAN',
  metric: 'UNKNOWN_METRIC',
  topic: 'UNKNOWN_TOPIC',
  audience: 'UNKNOWN_AUDIENCE',
  rule: 'UNKNOWN_RULE',
} as const satisfies Record<string, ProblemCode>;

/** Kinds of document that others refer to by key. */
export type ReferredKind = keyof typeof CODES;

/** Nothing when the key is absent or exists, else one finding with near keys. */
export function referenceProblems(
  kind: ReferredKind,
  key: string | undefined,
  pointer: string,
  { set }: CheckContext,
): Problem[] {
  if (key === undefined || set[kind].has(key)) return [];
  const hint = didYouMeanOneOf(key, set[kind].keys());
  return [error(CODES[kind], pointer, `There is no ${kind} \`${key}\`.`, hint)];
}
