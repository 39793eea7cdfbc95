/** Runs a rule test that ops keep beside the rules (requirement V6). */
import type { RuleTestDocument } from '../documents/kinds/rule-test-document';
import type { CompiledRelease } from './compiled-release';
import { decide } from './decide';
import { ruleTestDifferences } from './rule-test-differences';
import { ruleTestHolding } from './rule-test-holding';
import { ruleTestHistory } from './rule-test-history';
import { ruleTestSnapshot } from './rule-test-snapshot';

/** How a test went; no differences means that it passed. */
export interface RuleTestResult {
  readonly key: string;
  readonly passed: boolean;
  /** In words for an ops person, one sentence each. */
  readonly differences: readonly string[];
}

/**
 * Decides for the test's account by the test's clock. The control cohort is ignored, a rule test shows a treated account:
 * only a test that names an account id of its own gets what befalls that id.
 */
export async function runRuleTest(release: CompiledRelease, test: RuleTestDocument): Promise<RuleTestResult> {
  const account = ruleTestSnapshot(release, test);
  if ('problems' in account) return { key: test.key, passed: false, differences: account.problems };
  const { surface, ...context } = test.context;
  const request = {
    context: { surface: surface ?? ('IN_APP' as const), ...context },
    first: Infinity,
    userId: test.user ?? null,
    history: ruleTestHistory(release, test),
  };
  const now = Date.parse(test.at);
  const outcome = await decide(cohortFor(release, test), account.snapshot, request, now);
  const facts = { values: outcome.facts, stale: outcome.staleFacts, now };
  const differences = [
    ...ruleTestDifferences(test.expect, outcome),
    ...(await ruleTestHolding(release.rules, test.expect, facts)),
  ];
  return { key: test.key, passed: differences.length === 0, differences };
}

function cohortFor(release: CompiledRelease, { account }: RuleTestDocument): CompiledRelease {
  return Object.hasOwn(account, 'id')
    ? release
    : { ...release, policy: { ...release.policy, controlPercent: 0 } };
}
