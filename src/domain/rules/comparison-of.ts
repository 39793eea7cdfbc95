/** Writes a comparison as text, so that equal ones are told from others. */
import type { Leaf } from './condition';

/** Where it looks: names are quoted, so that no two places look alike. */
export function placeOf({ fact, path, operand }: Leaf): string {
  const left = JSON.stringify([fact, ...path]);
  return operand.kind === 'fact' ? `${left} ${JSON.stringify([operand.fact, ...operand.path])}` : left;
}

/** Place, operator and literal; the same for leaves that ask the same, wherever they stand. */
export function comparisonOf(leaf: Leaf): string {
  const { operator, operand } = leaf;
  const value = operand.kind === 'literal' ? JSON.stringify(operand.value) : '';
  return `${placeOf(leaf)}\n${operator.decorators.join(':')} ${operator.name} ${value}`;
}
