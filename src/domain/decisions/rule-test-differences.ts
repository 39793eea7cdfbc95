/** Says in words how a decision differs from what a rule test expects. */
import type { RuleTestDocument } from '../documents/kinds/rule-test-document';
import type { FactValue } from '../rules/fact-set';
import type { DecisionOutcome, OfferRecommendation } from './decision';

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
    ...listDifference('notices', expected.notices, outcome.notices.map(keyOf), { inOrder: true }),
    ...listDifference('tasks', expected.tasks, outcome.tasks.map(keyOf), { inOrder: true }),
    ...valueDifference("first offer's title", expected.title, first?.title),
    ...valueDifference("first offer's score", expected.score, first?.score, termsOf(first)),
    ...priceDifferences(expected, first),
    ...wordDifferences(expected, outcome),
    ...factDifferences(expected, outcome),
  ];
}

function termsOf(offer: OfferRecommendation | undefined): string {
  return (offer?.scoreTerms ?? []).map(({ term, points }) => `${term} ${points}`).join(', ');
}

/** Minor units. */
function priceDifferences({ price }: Expected, offer: OfferRecommendation | undefined): readonly string[] {
  return [
    ...valueDifference('price now', price?.current, offer?.price.current?.minorUnits),
    ...valueDifference('price offered', price?.proposed, offer?.price.proposed.minorUnits),
  ];
}

function wordDifferences({ words = [] }: Expected, outcome: DecisionOutcome): readonly string[] {
  const said = words.length === 0 ? [] : wordsOf(outcome);
  return words
    .filter((text) => !said.some((whole) => whole.includes(text)))
    .map((text) => `Expected the words “${text}”; nothing says them.`);
}

/** Every text that somebody would read. */
function wordsOf({ offers, notices, tasks }: DecisionOutcome): readonly string[] {
  return [
    ...offers.flatMap(({ disclosure, title, body, whyShown, valueCase }) => [
      disclosure ?? '',
      title,
      body,
      whyShown,
      valueCase?.statement ?? '',
    ]),
    ...notices.flatMap(({ title, body }) => [title, body]),
    ...tasks.flatMap(({ title, summary }) => [title, summary]),
  ];
}

function factDifferences({ facts = {} }: Expected, outcome: DecisionOutcome): readonly string[] {
  return Object.entries(facts).flatMap(([name, value]) => {
    const actual = outcome.facts.get(name);
    const why = outcome.staleFacts.has(name) ? 'its value is too old' : '';
    return valueDifference(name, factText(value), factText(actual), why);
  });
}

function factText(value: FactValue | null | undefined): string {
  return value === null || value === undefined ? 'absent' : JSON.stringify(value);
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

/** A sentence when lists of keys differ; they are compared as sets unless their order counts. Nothing is expected of undefined. */
export function listDifference(
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
