/** Says in words how a decision differs from what a rule test expects. */
import type { RuleTestDocument } from '../documents/kinds/rule-test-document';
import type { DecisionOutcome } from './decision';

type Expected = RuleTestDocument['expect'];

/** One sentence per difference, in the order of the members of `expect`; empty when the test passes. */
export function ruleTestDifferences(expected: Expected, outcome: DecisionOutcome): readonly string[] {
  const first = outcome.offers[0];
  return [
    ...offerDifferences(expected, outcome),
    ...suppressionDifferences(expected, outcome),
    ...valueDifference('motion', expected.motion, outcome.motion.motion, outcome.motion.reason),
    ...valueDifference('readiness', expected.readiness, outcome.readiness.score, pointsOf(outcome)),
    ...valueDifference("first offer's signal", expected.signal, first?.signal),
    ...valueDifference("first offer's close mode", expected.closeMode, first?.closeMode),
    ...listDifference('notices', expected.notices, outcome.notices.map(keyOf)),
    ...listDifference('tasks', expected.tasks, outcome.tasks.map(keyOf)),
    ...valueDifference("first offer's title", expected.title, first?.title),
  ];
}

function offerDifferences({ offers }: Expected, outcome: DecisionOutcome): readonly string[] {
  const made = outcome.offers.map(({ offerKey }) => offerKey);
  const difference = listDifference('offers', offers, made, { inOrder: true });
  if (difference.length === 0 || offers === undefined) return difference;
  const absent = offers.filter((key) => !made.includes(key));
  return [...difference, ...absent.map((key) => `${key}: ${fateOf(key, outcome)}.`)];
}

function suppressionDifferences({ suppressed }: Expected, outcome: DecisionOutcome): readonly string[] {
  const found = new Map(outcome.suppressed.map(({ offerKey, code }) => [offerKey, code]));
  return Object.entries(suppressed ?? {})
    .filter(([key, code]) => found.get(key) !== code)
    .map(([key, code]) => `Expected ${key} to be suppressed with ${code}; ${fateOf(key, outcome)}.`);
}

function fateOf(key: string, { offers, suppressed }: DecisionOutcome): string {
  if (offers.some(({ offerKey }) => offerKey === key)) return 'it was offered';
  const found = suppressed.find(({ offerKey }) => offerKey === key);
  if (found === undefined) return 'the catalogue has no such offer';
  return `it was suppressed with ${found.code} at stage ${found.stage} (${found.message})`;
}

function keyOf({ ruleKey }: { readonly ruleKey: string }): string {
  return ruleKey;
}

function pointsOf({ readiness }: DecisionOutcome): string {
  return readiness.points.map(({ ruleKey, points }) => `${ruleKey} ${points}`).join(', ');
}

function valueDifference(
  what: string,
  expected: string | number | undefined,
  actual: string | number | undefined,
  why = '',
): readonly string[] {
  if (expected === undefined || expected === actual) return [];
  const explained = why === '' ? '' : ` (${why})`;
  return [`Expected the ${what} to be ${quoted(expected)}; it is ${quoted(actual)}${explained}.`];
}

function quoted(value: string | number | undefined): string {
  return value === undefined ? 'absent' : String(value);
}

/** Lists of keys are compared as sets unless their order counts. */
function listDifference(
  what: string,
  expected: readonly string[] | undefined,
  actual: readonly string[],
  { inOrder }: { readonly inOrder: boolean } = { inOrder: false },
): readonly string[] {
  if (expected === undefined) return [];
  const [wanted, found] = inOrder ? [expected, actual] : [[...expected].sort(), [...actual].sort()];
  if (wanted.join(' ') === found.join(' ')) return [];
  return [`Expected the ${what} ${listed(wanted)}; found ${listed(found)}.`];
}

function listed(keys: readonly string[]): string {
  return keys.length === 0 ? 'none' : keys.join(', ');
}
