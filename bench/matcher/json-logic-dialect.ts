/** Says conditions in JsonLogic; dates are numbers of milliseconds, since it compares numbers only. */
import type { Leaf, Operand } from '../../src/domain/rules/condition';
import { NOW } from '../../src/domain/rules/operators/dates';
import { instant } from '../../src/domain/rules/operators/instant';
import { DATE_FACTS } from '../workload/workload-columns';
import { type ConditionDialect, endsWithin, operatorText } from './condition-dialect';

/** One expression of JsonLogic. */
export type JsonLogic =
  | { readonly [operator: string]: JsonLogic | readonly JsonLogic[] }
  | string
  | number
  | boolean
  | null
  | readonly JsonLogic[];

const SIGNS: Readonly<Record<string, string>> = {
  equal: '===',
  notEqual: '!==',
  lessThan: '<',
  lessThanInclusive: '<=',
  greaterThan: '>',
  greaterThanInclusive: '>=',
  before: '<',
  after: '>',
};

/** The dialect for one clock, in milliseconds since the epoch. */
export function jsonLogicDialect(now: number): ConditionDialect<JsonLogic> {
  return {
    all: (parts) => ({ and: parts }),
    any: (parts) => ({ or: parts }),
    not: (part) => ({ '!': [part] }),
    leaf: (leaf) => comparison(leaf, now),
  };
}

const variable = (fact: string, path: readonly string[]): JsonLogic => ({ var: [fact, ...path].join('.') });

function comparison(leaf: Leaf, now: number): JsonLogic {
  const fact = variable(leaf.fact, leaf.path);
  const value = operandOf(leaf, leaf.operand, now);
  const operator = operatorText(leaf);
  const sign = SIGNS[operator];
  if (sign !== undefined) return { [sign]: [fact, value] };
  switch (operator) {
    case 'in':
      return { in: [fact, value] };
    case 'notIn':
      return { '!': [{ in: [fact, value] }] };
    case 'contains':
      return { in: [value, fact] };
    case 'doesNotContain':
      return { '!': [{ in: [value, fact] }] };
    case 'someFact:in':
      return { some: [fact, { in: [{ var: '' }, value] }] };
    case 'everyFact:notIn':
      return { none: [fact, { in: [{ var: '' }, value] }] };
    case 'withinDays':
      return within(fact, Number(value), now);
    case 'isMissing':
      return value === true ? { '===': [fact, null] } : { '!==': [fact, null] };
    default:
      throw new Error(`JsonLogic is not taught \`${operator}\`.`);
  }
}

function operandOf({ fact }: Leaf, operand: Operand, now: number): JsonLogic {
  if (operand.kind === 'fact') return variable(operand.fact, operand.path);
  if (operand.value === NOW) return now;
  return DATE_FACTS.has(fact) ? (instant(operand.value) ?? operand.value) : operand.value;
}

function within(fact: JsonLogic, days: number, now: number): JsonLogic {
  const [from, to] = endsWithin(days, now);
  return { '<=': [from, fact, to] };
}
