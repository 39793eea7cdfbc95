import { factAt } from '../../../src/domain/rules/fact-at';
import { withFact, type GrowingFacts } from '../../../src/domain/rules/fact-set';

const begun = (): GrowingFacts => ({
  values: new Map([['crm', { stage: 'won' }]]),
  stale: new Set(['health.csat']),
  now: 7,
});

it('adds what an earlier stage found to the facts it came from', () => {
  const facts = begun();
  const more = withFact(facts, 'motion', 'UPSELL');
  expect(factAt(more, 'motion', [])).toBe('UPSELL');
  expect(factAt(more, 'crm', ['stage'])).toBe('won');
  expect([more.stale, more.now]).toEqual([facts.stale, 7]);
});

it('replaces a fact of the same name', () => {
  expect(factAt(withFact(withFact(begun(), 'motion', 'NONE'), 'motion', 'RENEWAL'), 'motion', [])).toBe('RENEWAL');
});
