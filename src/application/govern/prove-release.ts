/** Tries a candidate out before it is published: its rule tests, and whether both evaluators decide alike. */
import type { CompiledRelease } from '../../domain/decisions/compiled-release';
import { decide } from '../../domain/decisions/decide';
import type { DecisionOutcome } from '../../domain/decisions/decision';
import { runRuleTest, type RuleTestResult } from '../../domain/decisions/run-rule-test';
import type { ReadDocuments } from '../../domain/documents/document-memory';
import { error } from '../../domain/documents/found';
import type { Finding } from '../../domain/documents/keyed-document';
import { EMPTY_HISTORY } from '../../domain/responses/history';
import type { AccountSnapshot } from '../../domain/accounts/account-snapshot';
import type { RuleEvaluator } from '../../domain/rules/rule-evaluator';
import { compileSteps } from '../decide/compile-release';
import type { ReleaseCompiler } from '../decide/release-compiler';
import { inSlices, type Turns } from '../in-slices';
import type { AccountDirectory, Clock } from '../ports';

/** Accounts that both evaluators decide for; a few hundred milliseconds. */
const SAMPLE = 25;

/** What a candidate is tried out with. */
export interface ProofPorts {
  readonly accounts: Pick<AccountDirectory, 'page'>;
  /** Decides beside the evaluator that the service runs on. */
  readonly other: RuleEvaluator;
  readonly clock: Clock;
  readonly turns: Turns;
}

/** What speaks against a candidate; nothing where both lists are empty. */
export interface ReleaseProof {
  readonly failedTests: readonly RuleTestResult[];
  /** Disagreements, by the policy: no single document is to blame. */
  readonly findings: readonly Finding[];
}

/** Requests go on meanwhile: there is a pass after every test and account. */
export class ProveRelease {
  constructor(
    private readonly ports: ProofPorts,
    private readonly compiler: ReleaseCompiler,
  ) {}

  /** The documents must be free of errors. */
  async execute(read: ReadDocuments, number: number): Promise<ReleaseProof> {
    const { turns } = this.ports;
    const candidate = await inSlices(this.compiler.steps({ number, hash: '' }, read), turns);
    const failedTests: RuleTestResult[] = [];
    for (const test of read.documents.test.values()) {
      const result = await runRuleTest(candidate, test);
      if (!result.passed) failedTests.push(result);
      await turns.pass();
    }
    return { failedTests, findings: await this.disagreements(candidate) };
  }

  private async disagreements(candidate: CompiledRelease): Promise<readonly Finding[]> {
    const { accounts, clock, other, turns } = this.ports;
    const { documents, number, hash, quarantined } = candidate;
    const source = { number, hash, documents, quarantined };
    const tools = { ...this.compiler.tools, evaluator: other };
    const witness = await inSlices(compileSteps(source, tools, this.compiler.parts), turns);
    const now = clock.now();
    const { items } = await accounts.page(null, SAMPLE);
    const differing: string[] = [];
    for (const snapshot of items) {
      if (!(await this.agree(candidate, witness, snapshot, now))) differing.push(snapshot.account.id);
      await turns.pass();
    }
    return differing.length === 0 ? [] : [disagreement(differing, items.length, other.name)];
  }

  private async agree(
    candidate: CompiledRelease,
    witness: CompiledRelease,
    snapshot: AccountSnapshot,
    now: number,
  ): Promise<boolean> {
    const request = {
      context: { surface: 'IN_APP' as const },
      userId: null,
      first: Infinity,
      history: EMPTY_HISTORY,
    };
    const one = await decide(candidate, snapshot, request, now);
    const other = await decide(witness, snapshot, request, now);
    return inShort(one) === inShort(other);
  }
}

/** Everything that rules have a say in. */
function inShort({ motion, readiness, offers, suppressed, notices, tasks }: DecisionOutcome): string {
  return JSON.stringify([
    motion,
    readiness,
    offers.map(({ offerKey, ruleKey, signal, score }) => [offerKey, ruleKey, signal, score]),
    suppressed,
    notices.map(({ ruleKey }) => ruleKey),
    tasks.map(({ ruleKey }) => ruleKey),
  ]);
}

function disagreement(accountIds: readonly string[], sampled: number, other: string): Finding {
  const message = `The evaluators do not agree on ${accountIds.length} of ${sampled} accounts, for instance \`${accountIds[0]}\`.`;
  const hint = `Compare with EVALUATOR=${other}, and report it: it is a fault of the service.`;
  return { kind: 'policy', key: 'default', problem: error('EVALUATORS_DISAGREE', '', message, hint) };
}
