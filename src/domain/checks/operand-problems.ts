/** Says what is wrong with the right-hand side of a comparison: type, range, values that do not exist. */
import { error } from '../documents/found';
import { didYouMeanOneOf } from '../documents/name-hint';
import type { Problem } from '../documents/problem';
import type { FactType } from '../documents/kinds/fact-document';
import { typeInWords } from '../documents/schema-problems';
import { NOW } from '../rules/operators/dates';
import type { OperandKind, OperatorDefinition } from '../rules/operators/operator-definition';
import type { ComparisonSide, FactSide, ScalarLiteral } from './comparison-side';
import { TYPE_WORDS, fitsType } from './literal-type';

/** Operands whose values are values of the fact itself, and so lie within its range. */
const OF_THE_FACT: readonly OperandKind[] = ['any', 'number', 'list', 'item'];

const NUMBERS: readonly FactType[] = ['integer', 'number'];
/** Operands whose type does not depend on the fact. */
const FIXED_TYPES: Partial<Readonly<Record<OperandKind, readonly FactType[]>>> = {
  days: NUMBERS,
  date: ['date'],
  flag: ['boolean'],
};

/** Every problem of the operand; `left` is what the operator is applied to, and fits it. */
export function operandProblems(
  operator: OperatorDefinition,
  left: ComparisonSide,
  right: ComparisonSide,
  pointer: string,
): readonly Problem[] {
  const wrong =
    right.kind === 'fact'
      ? factOperandProblem(operator, left, right, pointer)
      : literalProblem(operator, left, right.values, pointer);
  if (wrong !== null) return [wrong];
  return OF_THE_FACT.includes(operator.operand) ? boundsProblems(left, right, pointer) : [];
}

/** Types that the operand may have; without a fact on the left those that the operator takes. */
function operandTypes(operator: OperatorDefinition, left: ComparisonSide): readonly FactType[] {
  const fixed = FIXED_TYPES[operator.operand];
  if (fixed !== undefined) return fixed;
  if (left.kind === 'literal') return operator.operand === 'number' ? NUMBERS : operator.factTypes;
  if (operator.operand === 'number') return left.type === 'integer' ? ['integer'] : NUMBERS;
  return [operator.operand === 'item' && left.items !== null ? left.items : left.type];
}

function factOperandProblem(
  operator: OperatorDefinition,
  left: ComparisonSide,
  right: FactSide,
  pointer: string,
): Problem | null {
  const type = operator.operand === 'list' ? right.items : right.type;
  const types = operator.operand === 'number' ? NUMBERS : operandTypes(operator, left);
  const compared = left.kind === 'literal' && operator.operand === 'item' ? left.values.flat() : null;
  const fits =
    compared === null
      ? type !== null && types.includes(type)
      : compared.every((value) => fitsType(value, right.type));
  if (fits && operator.operand !== 'flag') return null;
  const message = `\`${operator.name}\` cannot compare with \`${right.name}\`, which is ${TYPE_WORDS[right.type]}.`;
  return error('OPERAND_TYPE', pointer, message, wanted(operator, types));
}

function literalProblem(
  operator: OperatorDefinition,
  left: ComparisonSide,
  values: readonly (ScalarLiteral | readonly ScalarLiteral[])[],
  pointer: string,
): Problem | null {
  const types = operandTypes(operator, left);
  const wrong = values.flatMap((value) => misfits(operator.operand, value, types));
  const [first] = wrong;
  if (values.some((value) => operator.operand === 'list' && Array.isArray(value) && value.length === 0)) {
    const message = `\`${operator.name}\` with an empty list matches everyone or no one.`;
    return error('EMPTY_LIST', pointer, message, 'List at least one value.');
  }
  if (first === undefined) return null;
  const message = `\`${operator.name}\` cannot compare with ${shown(first)}.`;
  const hint =
    first === null ? 'Use `isMissing` to ask whether a fact has a value.' : wanted(operator, types);
  return error('OPERAND_TYPE', pointer, message, hint);
}

/** The values that are not of a wanted type. */
function misfits(
  operand: OperandKind,
  value: ScalarLiteral | readonly ScalarLiteral[],
  types: readonly FactType[],
): readonly unknown[] {
  if (operand === 'date' && value === NOW) return [];
  if (operand === 'days' && value === 0) return [value];
  if (operand !== 'list') return types.some((type) => fitsType(value, type)) ? [] : [value];
  const items = Array.isArray(value) ? (value as readonly ScalarLiteral[]) : null;
  return items === null ? [value] : items.filter((item) => !types.some((type) => fitsType(item, type)));
}

function wanted(operator: OperatorDefinition, types: readonly FactType[]): string {
  const words = types.map((type) => TYPE_WORDS[type]).join(' or ');
  return operator.operand === 'list' ? `It takes a list, each item ${words}.` : `It takes ${words}.`;
}

function boundsProblems(left: ComparisonSide, right: ComparisonSide, pointer: string): Problem[] {
  if (left.kind === 'fact' && right.kind === 'literal') return outside(left, right.values.flat(), pointer);
  if (left.kind === 'literal' && right.kind === 'fact') return outside(right, left.values.flat(), pointer);
  return [];
}

function outside(
  fact: FactSide,
  values: readonly (ScalarLiteral | readonly ScalarLiteral[])[],
  pointer: string,
): Problem[] {
  const scalars = values.flat() as readonly ScalarLiteral[];
  return [
    ...scalars.filter((value) => isOutOfRange(fact, value)).map((value) => outOfRange(fact, value, pointer)),
    ...scalars.filter((value) => !isAllowed(fact, value)).map((value) => notAllowed(fact, value, pointer)),
  ];
}

function isOutOfRange({ minimum, maximum }: FactSide, value: ScalarLiteral): boolean {
  if (typeof value !== 'number') return false;
  return (minimum !== null && value < minimum) || (maximum !== null && value > maximum);
}

function outOfRange(fact: FactSide, value: ScalarLiteral, pointer: string): Problem {
  const range = `${fact.minimum ?? '…'} to ${fact.maximum ?? '…'}`;
  const message = `${shown(value)} lies outside the range of \`${fact.name}\`, which is ${range}.`;
  return error('OPERAND_RANGE', pointer, message, 'Mind the unit: a ratio of 90 % is 0.9.');
}

function isAllowed({ allowed }: FactSide, value: ScalarLiteral): boolean {
  return allowed === null || allowed.includes(value);
}

function notAllowed(fact: FactSide, value: ScalarLiteral, pointer: string): Problem {
  const message = `\`${fact.name}\` is never ${shown(value)}.`;
  return error(
    'OPERAND_NOT_ALLOWED',
    pointer,
    message,
    didYouMeanOneOf(String(value), (fact.allowed ?? []).map(String)),
  );
}

function shown(value: unknown): string {
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean')
    return typeInWords(value);
  const text = JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
