/** Says in one sentence what a comparison found: what the fact is, what it should be, and how far it is from that. */
import type { FactCatalogue } from '../facts/fact-catalogue';
import type { Leaf } from '../rules/condition';
import type { FactSet } from '../rules/fact-set';
import { NOW } from '../rules/operators/dates';
import { IS_MISSING } from '../rules/operators/is-missing';
import { OPERATORS } from '../rules/operators/operator-catalogue';
import type { OperatorExpression } from '../rules/operators/operator-expression';
import type { LeafOutcome } from '../rules/trace-rules';
import { gapOf, type Gap } from './gap';
import { digitsApart, valueInWords } from './measure-words';

/** What comparisons of one stage saw. */
export interface Seen {
  readonly facts: FactSet;
  readonly catalogue: FactCatalogue;
}

/** The sentence, and the way to go in the unit of the fact; null where it can't be measured, or nothing is to go. */
export interface ComparisonWords {
  readonly message: string;
  readonly distance: number | null;
}

/** `negated`: an odd number of `not` stands above, so that the comparison should not hold. */
export function comparisonWords(
  leaf: Leaf,
  outcome: LeafOutcome,
  negated: boolean,
  seen: Seen,
): ComparisonWords {
  const demand = demandOf(leaf.operator, negated);
  if (demand.name === IS_MISSING) return missingWords(leaf, outcome, negated, seen);
  const { actual, expected } = outcome;
  const unit = seen.catalogue.get(leaf.fact)?.unit;
  const numbers = typeof actual === 'number' && typeof expected === 'number';
  const digits = numbers ? digitsApart(actual, expected, unit) : undefined;
  const found = stateOf(leaf, actual, seen, digits);
  const wanted = `${demand.words} ${expectedWords(leaf, demand.name, expected, { ...seen, unit })}`;
  const sentence = demand.isWritten ? `${found}, ${wanted} ${demand.verb}` : `${found}, ${wanted}`;
  if (outcome.truth === 'UNKNOWN') return { message: unknown(sentence, outcome), distance: null };
  if ((outcome.truth === 'TRUE') !== negated) return { message: `${sentence}: met`, distance: null };
  const miss = { operator: demand.name, actual, expected, unit, now: seen.facts.now };
  return missed(sentence, demand.isExact ? gapOf(miss) : null);
}

function missed(sentence: string, gap: Gap | null): ComparisonWords {
  return gap === null
    ? { message: `${sentence}: not met`, distance: null }
    : { message: `${sentence}: ${gap.words}`, distance: gap.distance };
}

interface Demand {
  /** Of the operator that should hold, where there is a plain one. */
  readonly name: string;
  readonly words: string;
  readonly verb: string;
  /** Whether the operator is told as it is written, because decorators stand before it. */
  readonly isWritten: boolean;
  /** Whether `name` should hold: then a gap can be measured. */
  readonly isExact: boolean;
}

/** A `not` before the operator is one more negation; where there is an opposite, that is what should hold. */
function demandOf({ decorators, name }: OperatorExpression, negated: boolean): Demand {
  const nots = decorators.findIndex((decorator) => decorator !== 'not');
  const leading = nots < 0 ? decorators.length : nots;
  const isNegated = negated !== (leading % 2 === 1);
  const rest = decorators.slice(leading);
  if (rest.length > 0) {
    const words = `\`${[...rest, name].join(':')}\``;
    const verb = isNegated ? 'should not hold' : 'should hold';
    return { name, words, verb, isWritten: true, isExact: false };
  }
  const opposite = isNegated ? OPERATORS.get(name)?.opposite : undefined;
  const shown = opposite ?? name;
  const not = isNegated && opposite === undefined;
  const words = `should ${not ? 'not ' : ''}${OPERATORS.get(shown)?.wish ?? 'be'}`;
  return { name: shown, words, verb: '', isWritten: false, isExact: !not };
}

function nameOf({ fact, path }: { readonly fact: string; readonly path: readonly string[] }): string {
  return `\`${path.length === 0 ? fact : `${fact} /${path.join('/')}`}\``;
}

function stateOf(leaf: Leaf, actual: unknown, { facts, catalogue }: Seen, digits?: number): string {
  if (actual !== undefined)
    return `${nameOf(leaf)} is ${valueInWords(actual, catalogue.get(leaf.fact)?.unit, digits)}`;
  return `${nameOf(leaf)} is ${facts.stale.has(leaf.fact) ? 'too old to rely on' : 'missing'}`;
}

interface Expectation extends Seen {
  readonly unit: string | undefined;
}

function expectedWords(
  { operand }: Leaf,
  operator: string,
  expected: unknown,
  { facts, unit }: Expectation,
): string {
  const value = operator === 'withinDays' ? daysInWords(expected) : valueInWords(expected, unit);
  if (operand.kind === 'literal') return expected === NOW ? 'now' : value;
  const name = nameOf(operand);
  if (expected !== undefined) return `${name} (${value})`;
  return `${name}, which is ${facts.stale.has(operand.fact) ? 'too old to rely on' : 'missing'}`;
}

function daysInWords(days: unknown): string {
  if (typeof days !== 'number') return valueInWords(days, undefined);
  const many = valueInWords(Math.abs(days), 'days');
  return days < 0 ? `the last ${many}` : `the next ${many}`;
}

/** What is absent was said already; two known sides that do not compare differ in type. */
function unknown(sentence: string, { actual, expected }: LeafOutcome): string {
  const isAbsent = actual === undefined || expected === undefined;
  return isAbsent ? sentence : `${sentence}: the two can't be compared`;
}

/** `isMissing` false is the demand that the fact is known. */
function missingWords(leaf: Leaf, outcome: LeafOutcome, negated: boolean, seen: Seen): ComparisonWords {
  const nots = leaf.operator.decorators.length;
  const wantsMissing = (outcome.expected === true) !== (negated !== (nots % 2 === 1));
  const met = (outcome.truth === 'TRUE') !== negated ? 'met' : 'not met';
  const message = `${stateOf(leaf, outcome.actual, seen)}, should be ${wantsMissing ? 'missing' : 'known'}: ${met}`;
  return { message, distance: null };
}
