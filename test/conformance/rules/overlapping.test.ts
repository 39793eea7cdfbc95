/** Holds the promise that overlapping evaluations never mix (10,000 at once against a serial oracle). */
import { referenceEvaluator } from '../../../src/adapters/rules-engine/reference-evaluator';
import type { FactSet } from '../../../src/domain/rules/fact-set';
import { compiledEvaluator } from '../../../src/domain/rules/matcher/compiled-evaluator';
import { plainEvaluator } from '../../../src/domain/rules/plain-evaluator';
import type { StageOutcome } from '../../../src/domain/rules/rule-evaluator';
import { ruleOf, ruleSetOf } from '../../domain/rules/rule-set-of';
import { freeze } from './rule-case';

const rules = ruleSetOf(
  [
    ruleOf('over-half', { all: [{ fact: 'ratio', operator: 'greaterThan', value: 0.5 }] }, { priority: 9 }),
    ruleOf('ready-and-odd', {
      all: [{ condition: 'ready' }, { fact: 'number', operator: 'in', value: [1, 3, 5, 7, 9] }],
    }),
    ruleOf('not-ready', { not: { condition: 'ready' } }),
  ],
  { ready: { any: [{ fact: 'number', operator: 'greaterThan', value: 4 }] } },
);

function account(n: number): FactSet {
  const values = new Map<string, number>([['ratio', (n % 100) / 100]]);
  if (n % 7 !== 0) values.set('number', n % 10);
  return freeze({ values, stale: new Set(n % 11 === 0 ? ['number'] : []), now: n });
}

const fingerprint = (outcome: StageOutcome): string =>
  JSON.stringify([
    outcome.matched.map(({ key }) => key),
    outcome.undecided.map(({ rule, missing, stale }) => [rule.key, missing, stale]),
    outcome.failed.length,
  ]);

it.each([plainEvaluator, compiledEvaluator, referenceEvaluator])(
  'answers 10,000 overlapping evaluations as one after the other ($name)',
  async (evaluator) => {
    const shared = evaluator.compile(rules);
    const accounts = Array.from({ length: 10_000 }, (_, n) => account(n));
    const together = await Promise.all(accounts.map(async (facts) => shared.evaluate('score', facts)));
    const serial: string[] = [];
    for (const facts of accounts) {
      serial.push(fingerprint(await plainEvaluator.compile(rules).evaluate('score', facts)));
    }
    expect(together.map(fingerprint)).toEqual(serial);
    expect(new Set(serial).size).toBeGreaterThan(4);
  },
  120_000,
);

it('answers overlapping questions about audiences in the same way', async () => {
  const shared = referenceEvaluator.compile(rules);
  const plain = plainEvaluator.compile(rules);
  const accounts = Array.from({ length: 500 }, (_, n) => account(n));
  const together = await Promise.all(accounts.map(async (facts) => shared.audience('ready', facts)));
  expect(together).toEqual(accounts.map((facts) => plain.audience('ready', facts)));
});
