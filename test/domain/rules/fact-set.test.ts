import { factAt } from '../../../src/domain/rules/fact-at';
import { withFact, type FactSet } from '../../../src/domain/rules/fact-set';

const facts: FactSet = {
  values: new Map([['crm', { stage: 'won' }]]),
  stale: new Set(['health.csat']),
  now: 7,
};

it('adds what an earlier stage found and leaves the facts it came from as they were', () => {
  const more = withFact(facts, 'motion', 'UPSELL');
  expect(factAt(more, 'motion', [])).toBe('UPSELL');
  expect(factAt(more, 'crm', ['stage'])).toBe('won');
  expect([more.stale, more.now]).toEqual([facts.stale, 7]);
  expect(factAt(facts, 'motion', [])).toBeUndefined();
});

it('replaces a fact of the same name', () => {
  expect(factAt(withFact(withFact(facts, 'motion', 'NONE'), 'motion', 'RENEWAL'), 'motion', [])).toBe('RENEWAL');
});
