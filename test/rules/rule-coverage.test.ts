/** Holds the rule tests to the rules: whichever rule is taken away, a test notices. */
import type { CompiledRelease } from '../../src/domain/decisions/compiled-release';
import { decide } from '../../src/domain/decisions/decide';
import { ruleTestSnapshot } from '../../src/domain/decisions/rule-test-snapshot';
import { runRuleTest } from '../../src/domain/decisions/run-rule-test';
import type { RuleDocument } from '../../src/domain/documents/kinds/rule-document';
import type { RuleTestDocument } from '../../src/domain/documents/kinds/rule-test-document';
import { NOTHING_BEFORE } from '../support/decisions-ask';
import { releaseOf, shippedDocuments, withRule } from '../support/shipped-rules';

let release: CompiledRelease;

beforeAll(async () => {
  release = releaseOf(await shippedDocuments());
});

async function passes(on: CompiledRelease): Promise<boolean> {
  for (const test of on.documents.test.values()) {
    if (!(await runRuleTest(on, test)).passed) return false;
  }
  return true;
}

function enabled(type: RuleDocument['event']['type']): readonly RuleDocument[] {
  return [...release.documents.rule.values()].filter((rule) => rule.enabled && rule.event.type === type);
}

/** Keys of the rules that spoke for an offer in the decision of a test. */
async function speakers(test: RuleTestDocument): Promise<readonly string[]> {
  const account = ruleTestSnapshot(release, test);
  if ('problems' in account) throw new Error(account.problems.join(' '));
  const treated = { ...release, policy: { ...release.policy, controlPercent: 0 } };
  const context = { surface: 'IN_APP' as const, ...test.context };
  const outcome = await decide(treated, account.snapshot, { context, first: 9, ...NOTHING_BEFORE }, Date.parse(test.at));
  return outcome.offers.map(({ ruleKey }) => ruleKey);
}

test.each(['score', 'assign-motion', 'suppress', 'notify', 'create-task'] as const)(
  'a rule test fails when any %s rule is turned off',
  async (type) => {
    const unnoticed: string[] = [];
    for (const rule of enabled(type)) {
      const without = releaseOf(withRule(release.documents, { ...rule, enabled: false }));
      if (await passes(without)) unnoticed.push(rule.key);
    }
    expect(unnoticed).toEqual([]);
  },
);

test('every recommending rule speaks for its offer in some rule test', async () => {
  const heard = new Set<string>();
  for (const test of release.documents.test.values()) {
    for (const key of await speakers(test)) heard.add(key);
  }
  const silent = enabled('recommend-offer').filter(({ key }) => !heard.has(key));
  // The downgrade is offered only while its motion is on; it has a test of its own in shipped-rules.test.ts.
  expect(silent.map(({ key }) => key)).toEqual(['starter-when-use-has-dropped']);
});
