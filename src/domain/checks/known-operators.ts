/** Checks that every operator and its decorators exist. */
import { error } from '../documents/found';
import { below } from '../documents/json-pointer';
import { OPERATORS } from '../rules/operators/operator-catalogue';
import { parseOperator } from '../rules/operators/parse-operator';
import type { Check } from './check';
import { leavesOf } from './condition-parts';

const MOST_DECORATORS = 3;

/** Operator names and decorators of every comparison. */
export const knownOperators: Check = (subject) =>
  leavesOf(subject).flatMap(({ leaf, pointer }) => {
    const parsed = parseOperator(leaf.operator);
    if ('expression' in parsed) return [];
    const hint = parsed.hint ?? 'The operator catalogue lists every operator.';
    return [error(codeOf(leaf.operator), below(pointer, 'operator'), parsed.message.slice(0, 200), hint)];
  });

function codeOf(operator: string): 'UNKNOWN_OPERATOR' | 'TOO_MANY_DECORATORS' {
  const parts = operator.split(':');
  if (!OPERATORS.has(parts.at(-1) ?? '')) return 'UNKNOWN_OPERATOR';
  return parts.length > MOST_DECORATORS + 1 ? 'TOO_MANY_DECORATORS' : 'UNKNOWN_OPERATOR';
}
