/** Checks that operator, fact and value of every comparison go together. */
import { error } from '../documents/found';
import { below } from '../documents/json-pointer';
import type { LeafDocument } from '../documents/kinds/condition-schema';
import type { Problem } from '../documents/problem';
import { OPERATORS } from '../rules/operators/operator-catalogue';
import type { OperatorDefinition } from '../rules/operators/operator-definition';
import type { Decorator } from '../rules/operators/operator-expression';
import { parseOperator } from '../rules/operators/parse-operator';
import type { Check, CheckContext } from './check';
import { factSide, itemsOf, type ComparisonSide } from './comparison-side';
import { leavesOf } from './condition-parts';
import { TYPE_WORDS, fitsType } from './literal-type';
import { operandProblems } from './operand-problems';

/** A comparison after its decorators were applied. */
interface Sides {
  readonly left: ComparisonSide;
  readonly right: ComparisonSide;
}

/** Operators against fact types, decorators against lists, values against types, ranges and allowed values. */
export const operatorFitsTypes: Check = (subject, context) =>
  leavesOf(subject).flatMap(({ leaf, pointer }) => leafProblems(leaf, pointer, context));

function leafProblems(leaf: LeafDocument, pointer: string, context: CheckContext): readonly Problem[] {
  const parsed = parseOperator(leaf.operator);
  const left = factSide(leaf.fact, leaf.path, context);
  const right = operandSide(leaf.value, context);
  if (!('expression' in parsed) || left === null || right === null) return [];
  const operator = OPERATORS.get(parsed.expression.name);
  const sides = decorated(parsed.expression.decorators, { left, right }, pointer);
  if (operator === undefined) return [];
  if (Array.isArray(sides)) return sides as Problem[];
  return comparisonProblems(operator, sides as Sides, pointer);
}

function operandSide(value: LeafDocument['value'], context: CheckContext): ComparisonSide | null {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    return factSide(value.fact, value.path, context);
  }
  return { kind: 'literal', values: [value] };
}

function decorated(
  decorators: readonly Decorator[],
  sides: Sides,
  pointer: string,
): Sides | readonly Problem[] {
  const [decorator, ...rest] = decorators;
  if (decorator === undefined) return sides;
  if (decorator === 'not') return decorated(rest, sides, pointer);
  if (decorator === 'swap') return decorated(rest, { left: sides.right, right: sides.left }, pointer);
  const which = decorator.endsWith('Fact') ? 'left' : 'right';
  const items = itemsOf(sides[which]);
  if (items === null) return [notAList(decorator, sides[which], pointer)];
  if (items.kind === 'literal' && items.values.length === 0) return [emptyList(decorator, pointer)];
  return decorated(rest, { ...sides, [which]: items }, pointer);
}

function notAList(decorator: Decorator, side: ComparisonSide, pointer: string): Problem {
  const what = side.kind === 'fact' ? `\`${side.name}\` is ${TYPE_WORDS[side.type]}` : 'the value is none';
  const message = `\`${decorator}\` takes a list apart, but ${what}.`;
  return error('OPERATOR_TYPE', below(pointer, 'operator'), message, `Leave \`${decorator}\` out.`);
}

function emptyList(decorator: Decorator, pointer: string): Problem {
  const message = `\`${decorator}\` over an empty list decides nothing.`;
  return error('EMPTY_LIST', below(pointer, 'value'), message, 'List at least one value.');
}

function comparisonProblems(operator: OperatorDefinition, sides: Sides, pointer: string): readonly Problem[] {
  const wrong = operatorProblem(operator, sides.left, below(pointer, 'operator'));
  return wrong === null
    ? operandProblems(operator, sides.left, sides.right, below(pointer, 'value'))
    : [wrong];
}

function operatorProblem(
  operator: OperatorDefinition,
  left: ComparisonSide,
  pointer: string,
): Problem | null {
  if (left.kind === 'literal') {
    const fits = left.values.every((value) => operator.factTypes.some((type) => fitsType(value, type)));
    const message = `\`${operator.name}\` cannot be applied to the value written here.`;
    return fits ? null : error('OPERATOR_TYPE', pointer, message, typesHint(operator));
  }
  if (left.type === 'number' && comparesEquality(operator))
    return floatEquality(operator, left.name, pointer);
  if (left.items === 'number' && operator.operand === 'item')
    return floatEquality(operator, left.name, pointer);
  if (operator.factTypes.includes(left.type)) return null;
  const message = `\`${operator.name}\` cannot be applied to \`${left.name}\`, which is ${TYPE_WORDS[left.type]}.`;
  return error('OPERATOR_TYPE', pointer, message, usableHint(left));
}

function comparesEquality(operator: OperatorDefinition): boolean {
  return operator.operand === 'any' || operator.operand === 'list';
}

function floatEquality(operator: OperatorDefinition, fact: string, pointer: string): Problem {
  const message = `\`${operator.name}\` compares \`${fact}\` exactly, but numbers with fractions are rarely exact.`;
  return error('FLOAT_EQUALITY', pointer, message, 'Use `greaterThanInclusive` and `lessThanInclusive`.');
}

function typesHint(operator: OperatorDefinition): string {
  return `It takes ${operator.factTypes.map((type) => TYPE_WORDS[type]).join(', ')}.`;
}

function usableHint({ type }: { readonly type: OperatorDefinition['factTypes'][number] }): string {
  const usable = [...OPERATORS.values()].filter((operator) => operator.factTypes.includes(type));
  return `Use one of ${usable.map(({ name }) => `\`${name}\``).join(', ')}.`;
}
