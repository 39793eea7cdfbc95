/** Checks that every fact and path a condition names is declared. */
import { error } from '../documents/found';
import { below } from '../documents/json-pointer';
import { didYouMeanOneOf } from '../documents/name-hint';
import type { KeyedDocument } from '../documents/keyed-document';
import type { Problem } from '../documents/problem';
import { didYouMean } from '../rules/near-names';
import { parsePath } from '../rules/parse-path';
import type { Check, CheckContext } from './check';
import { fieldAt } from './comparison-side';
import { leavesOf } from './condition-parts';

/** Near names are looked for so often in one document: what is wrong from top to bottom is not a slip of the hand. */
const MOST_HINTS = 20;

interface FactReference {
  readonly fact: string;
  readonly path?: string | undefined;
}

interface PlacedReference extends FactReference {
  readonly pointer: string;
}

/** Facts and paths on both sides of every comparison. */
export const knownFacts: Check = (subject, context) => {
  const references = referencesOf(subject);
  return [
    ...references
      .filter(({ fact }) => !context.facts.has(fact))
      .map(({ fact, pointer }, i) => unknownFact(fact, below(pointer, 'fact'), context, i < MOST_HINTS)),
    ...references.flatMap((reference) => pathProblems(reference, context)),
  ];
};

function referencesOf(subject: KeyedDocument): PlacedReference[] {
  return leavesOf(subject).flatMap(({ leaf, pointer }) => [
    { fact: leaf.fact, path: leaf.path, pointer },
    ...(isReference(leaf.value) ? [{ ...leaf.value, pointer: below(pointer, 'value') }] : []),
  ]);
}

function isReference(value: unknown): value is FactReference {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The finding for a fact that is not declared. */
export function unknownFact(
  fact: string,
  pointer: string,
  { facts }: CheckContext,
  withNearNames = true,
): Problem {
  const near = withNearNames ? didYouMean(fact, facts.keys()) : null;
  const hint = near ?? 'The fact catalogue lists every fact.';
  return error('UNKNOWN_FACT', pointer, `There is no fact \`${fact}\`.`, hint);
}

function pathProblems(
  { fact, path, pointer: at }: PlacedReference,
  context: CheckContext,
): readonly Problem[] {
  if (path === undefined) return [];
  const pointer = below(at, 'path');
  const parsed = parsePath(path);
  if ('message' in parsed)
    return [error('WRONG_PATH', pointer, parsed.message.slice(0, 200), 'Write `$.name`.')];
  const definition = context.facts.get(fact);
  if (definition === undefined || fieldAt(definition, path) !== null) return [];
  if (definition.type !== 'object') {
    return [
      error('WRONG_PATH', pointer, `\`${fact}\` has no members to reach by a path.`, 'Leave `path` out.'),
    ];
  }
  const fields = Object.keys(definition.fields ?? {});
  const hint = didYouMeanOneOf(parsed.path.join('/'), fields);
  return [error('UNKNOWN_FIELD', pointer, `\`${fact}\` declares no field at \`${path}\`.`, hint)];
}
