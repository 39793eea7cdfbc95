/** What a candidate must stand before it is published: its rule tests, and a second evaluator that decides alike. */
import { ReleaseCompiler } from '../../../src/application/decide/release-compiler';
import { ProveRelease } from '../../../src/application/govern/prove-release';
import { inOnePiece } from '../../../src/domain/collections/steps';
import { compiledEvaluator } from '../../../src/domain/rules/matcher/compiled-evaluator';
import { plainEvaluator } from '../../../src/domain/rules/plain-evaluator';
import type { RuleEvaluator } from '../../../src/domain/rules/rule-evaluator';
import { aSnapshot } from '../../support/decisions-account';
import { governedSet } from '../../support/governed-database';
import { storedOf, textsOf } from '../../support/stored-documents';
import { checkTools } from '../../support/validation';

/** Turns every rule of one stage off. */
const deaf: RuleEvaluator = {
  name: 'reference',
  compile: (rules) => {
    const sound = plainEvaluator.compile(rules);
    return {
      ...sound,
      evaluate: (stage, facts) => sound.evaluate(stage === 'recommend-offer' ? 'notify' : stage, facts),
      audience: (key, facts) => sound.audience(key, facts),
    };
  },
};

const proofWith = (other: RuleEvaluator, accounts = 3) => {
  const compiler = new ReleaseCompiler({ ...checkTools, evaluator: compiledEvaluator });
  const items = Array.from({ length: accounts }, (_, at) => aSnapshot({ id: `account-${at}` }));
  const ports = {
    accounts: { page: () => Promise.resolve({ items, hasNextPage: false }) },
    other,
    clock: { now: () => Date.parse('2026-06-01T00:00:00Z') },
    turns: { elapsed: () => 0, pass: () => Promise.resolve() },
  };
  const stored = storedOf(governedSet());
  const read = inOnePiece(compiler.begin(stored).steps(textsOf(stored)));
  return new ProveRelease(ports, compiler).execute(read, 2);
};

test('two evaluators that decide alike find nothing', async () => {
  expect(await proofWith(plainEvaluator)).toEqual({ failedTests: [], findings: [] });
});

test('a disagreement keeps the release back and names an account', async () => {
  const { findings } = await proofWith(deaf);
  expect(findings).toMatchObject([{ problem: { code: 'EVALUATORS_DISAGREE', severity: 'ERROR' } }]);
  expect(findings[0]?.problem.message).toContain('3 of 3 accounts, for instance `account-0`');
});

test('without accounts there is nothing to disagree on', async () => {
  expect((await proofWith(deaf, 0)).findings).toEqual([]);
});
