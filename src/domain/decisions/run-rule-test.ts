/** Runs a rule test that ops keep beside the rules (requirement V6). */
import type { RuleTestDocument } from '../documents/kinds/rule-test-document';
import type { CompiledRelease } from './compiled-release';
import { decide } from './decide';
import type { DecisionOutcome } from './decision';
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

/** Decides for the test's account by the test's clock and says what is not as expected. */
export async function runRuleTest(release: CompiledRelease, test: RuleTestDocument): Promise<RuleTestResult> {
  const decided = await decideRuleTest(release, test);
  const differences =
    'problems' in decided ? decided.problems : await differencesOf(release, test, decided.outcome);
  return { key: test.key, passed: differences.length === 0, differences };
}

async function differencesOf(
  release: CompiledRelease,
  { expect, at }: RuleTestDocument,
  outcome: DecisionOutcome,
): Promise<readonly string[]> {
  const facts = { values: outcome.facts, stale: outcome.staleFacts, now: Date.parse(at) };
  return [...ruleTestDifferences(expect, outcome), ...(await ruleTestHolding(release.rules, expect, facts))];
}

/**
 * What the release decides for the test's account, whatever the test expects; or in words what is wrong with what it says of
 * the account. The control cohort is ignored, a rule test shows a treated account: only a test that names an account id of its
 * own gets what befalls that id.
 */
export async function decideRuleTest(
  release: CompiledRelease,
  test: Omit<RuleTestDocument, 'expect'>,
): Promise<{ readonly outcome: DecisionOutcome } | { readonly problems: readonly string[] }> {
  const account = ruleTestSnapshot(release, test);
  if ('problems' in account) return account;
  const { surface, ...context } = test.context;
  const request = {
    context: { surface: surface ?? ('IN_APP' as const), ...context },
    first: Infinity,
    userId: test.user ?? null,
    history: ruleTestHistory(release, test),
  };
  const treated = Object.hasOwn(test.account, 'id') ? release : withoutCohort(release);
  return { outcome: await decide(treated, account.snapshot, request, Date.parse(test.at)) };
}

/** The release with a control cohort that nobody belongs to. */
export function withoutCohort(release: CompiledRelease): CompiledRelease {
  return { ...release, policy: { ...release.policy, controlPercent: 0 } };
}
