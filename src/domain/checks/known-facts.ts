/** Checks that every fact and path a condition names is declared. */
import { error } from '../documents/found';
import { below } from '../documents/json-pointer';
import { didYouMeanOneOf } from '../documents/name-hint';
import type { Problem } from '../documents/problem';
import { didYouMean } from '../rules/near-names';
import { parsePath } from '../rules/parse-path';
import type { Check, CheckContext } from './check';
import { fieldAt } from './comparison-side';
import { leavesOf } from './condition-parts';

/** Facts and paths on both sides of every comparison. */
export const knownFacts: Check = (subject, context) =>
  leavesOf(subject).flatMap(({ leaf, pointer }) => [
    ...referenceProblems(leaf, pointer, context),
    ...(isReference(leaf.value) ? referenceProblems(leaf.value, below(pointer, 'value'), context) : []),
  ]);

interface FactReference {
  readonly fact: string;
  readonly path?: string | undefined;
}

function isReference(value: unknown): value is FactReference {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function referenceProblems(
  { fact, path }: FactReference,
  pointer: string,
  context: CheckContext,
): readonly Problem[] {
  const known = context.facts.has(fact) ? [] : [unknownFact(fact, below(pointer, 'fact'), context)];
  return path === undefined
    ? known
    : [...known, ...pathProblems(fact, path, below(pointer, 'path'), context)];
}

/** The finding for a fact that is not declared. */
export function unknownFact(fact: string, pointer: string, { facts }: CheckContext): Problem {
  const hint = didYouMean(fact, facts.keys()) ?? 'The fact catalogue lists every fact.';
  return error('UNKNOWN_FACT', pointer, `There is no fact \`${fact}\`.`, hint);
}

function pathProblems(
  fact: string,
  path: string,
  pointer: string,
  context: CheckContext,
): readonly Problem[] {
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
