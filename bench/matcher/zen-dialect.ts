/** Says conditions in the expression language of zen; dates are numbers of milliseconds. */
import type { Leaf, Literal, Operand } from '../../src/domain/rules/condition';
import type { FactSet } from '../../src/domain/rules/fact-set';
import { NOW } from '../../src/domain/rules/operators/dates';
import { instant } from '../../src/domain/rules/operators/instant';
import { DATE_FACTS } from '../workload/workload-columns';
import { type ConditionDialect, endsWithin, operatorText } from './condition-dialect';

const SIGNS: Readonly<Record<string, string>> = {
  equal: '==',
  notEqual: '!=',
  lessThan: '<',
  lessThanInclusive: '<=',
  greaterThan: '>',
  greaterThanInclusive: '>=',
  before: '<',
  after: '>',
  in: 'in',
  notIn: 'not in',
};

/** The dialect for one clock, in milliseconds since the epoch; each expression stands in brackets. */
export function zenDialect(now: number): ConditionDialect<string> {
  return {
    all: (parts) => `(${parts.join(' and ')})`,
    any: (parts) => `(${parts.join(' or ')})`,
    not: (part) => `(not ${part})`,
    leaf: (leaf) => `(${comparison(leaf, now)})`,
  };
}

/** Facts under names that the language takes for names: neither dots nor hyphens. */
export function zenFacts({ values }: FactSet): object {
  return Object.fromEntries(
    [...values].map(([name, value]) => [zenName(name), DATE_FACTS.has(name) ? instant(value) : value]),
  );
}

function zenName(fact: string): string {
  return fact.replaceAll(/[.-]/g, '_');
}

const variable = (fact: string, path: readonly string[]) => [zenName(fact), ...path].join('.');

function comparison(leaf: Leaf, now: number): string {
  const fact = variable(leaf.fact, leaf.path);
  const operator = operatorText(leaf);
  const value = operandOf(leaf, leaf.operand, now);
  const sign = SIGNS[operator];
  if (sign !== undefined) return `${fact} ${sign} ${value}`;
  switch (operator) {
    case 'contains':
      return `${value} in ${fact}`;
    case 'doesNotContain':
      return `${value} not in ${fact}`;
    case 'someFact:in':
      return `some(${fact}, # in ${value})`;
    case 'everyFact:notIn':
      return `none(${fact}, # in ${value})`;
    case 'withinDays': {
      const [from, to] = endsWithin(Number(value), now);
      return `${fact} >= ${from} and ${fact} <= ${to}`;
    }
    case 'isMissing':
      return value === 'true' ? `${fact} == null` : `${fact} != null`;
    default:
      throw new Error(`zen is not taught \`${operator}\`.`);
  }
}

function operandOf({ fact }: Leaf, operand: Operand, now: number): string {
  if (operand.kind === 'fact') return variable(operand.fact, operand.path);
  if (operand.value === NOW) return String(now);
  return written(DATE_FACTS.has(fact) ? (instant(operand.value) ?? operand.value) : operand.value);
}

function written(value: Literal): string {
  if (typeof value === 'string') return `'${value}'`;
  return Array.isArray(value) ? `[${value.map(written).join(', ')}]` : String(value);
}
