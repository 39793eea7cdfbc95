/** Makes a rule test from a real account, so that what it is offered today stays so until somebody means to change it (requirement V6). */
import type { AccountSnapshot } from '../accounts/account-snapshot';
import type { CompiledRelease } from '../decisions/compiled-release';
import { decide } from '../decisions/decide';
import type { DecisionContext, DecisionOutcome } from '../decisions/decision';
import { decideRuleTest, withoutCohort } from '../decisions/run-rule-test';
import type { RuleTestDocument } from '../documents/kinds/rule-test-document';
import type { HandoffLoad } from '../responses/handoff-load';
import type { History } from '../responses/history';
import { Pseudonyms } from './pseudonyms';
import { stateAccount, stateActivity, stateUsage } from './state-account';
import { stateHistory } from './state-history';

/** What a decision was made from. */
export interface RealCase {
  readonly snapshot: AccountSnapshot;
  readonly history: History;
  readonly handoffs: HandoffLoad;
  readonly userId: string | null;
  readonly context: DecisionContext;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/** The test, or in words what keeps it from being one. */
export type StarterTest = { readonly document: RuleTestDocument } | { readonly problems: readonly string[] };

type Case = Omit<RuleTestDocument, 'expect'>;

const LONGEST_KEY = 80;
const LONGEST_DESCRIPTION = 400;

/**
 * A test that passes on this release. It tells nothing of who the account is: no id, name, contact, owner or user, and only
 * attributes that are declared facts. It shows a treated account, as rule tests do. Where a rule test can't say all of the
 * account's past, its description names the offers that turned out otherwise.
 */
export async function starterTest(release: CompiledRelease, real: RealCase): Promise<StarterTest> {
  const { snapshot, history, userId, context, now } = real;
  const names = new Pseudonyms(userId, context.conversationId);
  const at = new Date(now).toISOString();
  const stated: Case = {
    key: 'starter',
    description: 'A real account.',
    at,
    account: stateAccount(release, snapshot.account, at),
    usage: stateUsage(release, snapshot, at),
    activity: stateActivity(release, snapshot, now),
    history: stateHistory(release, history, names),
    ...(userId !== null && { user: names.user(userId) }),
    context: questionOf(context, names),
  };
  const decided = await decideRuleTest(release, stated);
  if ('problems' in decided) return decided;
  const expect = expectationOf(decided.outcome);
  const description = describe(
    decided.outcome,
    at,
    differing(decided.outcome, await decideReally(release, real)),
  );
  return { document: { ...stated, key: keyOf(decided.outcome, at), description, expect } };
}

async function decideReally(release: CompiledRelease, real: RealCase): Promise<DecisionOutcome> {
  const { snapshot, now, ...request } = real;
  return decide(withoutCohort(release), snapshot, { ...request, first: Infinity }, now);
}

function questionOf(
  { conversationId, ...context }: DecisionContext,
  names: Pseudonyms,
): RuleTestDocument['context'] {
  const stated = Object.entries(context).filter(([, value]) => value !== undefined);
  const conversation =
    conversationId === undefined ? {} : { conversationId: names.conversation(conversationId) };
  return { ...(Object.fromEntries(stated) as RuleTestDocument['context']), ...conversation };
}

function expectationOf(outcome: DecisionOutcome): RuleTestDocument['expect'] {
  const [first] = outcome.offers;
  return {
    offers: outcome.offers.map(({ offerKey }) => offerKey),
    suppressed: Object.fromEntries(outcome.suppressed.map(({ offerKey, code }) => [offerKey, code])),
    motion: outcome.motion.motion,
    readiness: outcome.readiness.score,
    ...(first !== undefined && { signal: first.signal, closeMode: first.closeMode }),
    notices: outcome.notices.map(({ ruleKey }) => ruleKey),
    tasks: outcome.tasks.map(({ ruleKey }) => ruleKey),
  };
}

/** Offers that became something else. */
function differing(one: DecisionOutcome, other: DecisionOutcome): readonly string[] {
  const [fates, others] = [fatesOf(one), fatesOf(other)];
  return [...fates].filter(([key, fate]) => others.get(key) !== fate).map(([key]) => key);
}

function fatesOf({ offers, suppressed }: DecisionOutcome): ReadonlyMap<string, string> {
  return new Map([
    ...offers.map(({ offerKey }) => [offerKey, 'offered'] as const),
    ...suppressed.map(({ offerKey, code }) => [offerKey, code] as const),
  ]);
}

function describe(outcome: DecisionOutcome, at: string, otherwise: readonly string[]): string {
  const made = outcome.offers.map(({ offerKey }) => offerKey).join(', ');
  const text = `A real account on ${at.slice(0, 10)}: motion ${outcome.motion.motion}, readiness ${outcome.readiness.score}, ${made === '' ? 'no offer' : `offered ${made}`}.`;
  const note =
    otherwise.length === 0
      ? ''
      : ` A test can't tell all of its past; for the account itself it is otherwise with ${otherwise.join(', ')}.`;
  return `${text}${note}`.slice(0, LONGEST_DESCRIPTION);
}

function keyOf(outcome: DecisionOutcome, at: string): string {
  const motion = outcome.motion.motion.toLowerCase().replaceAll('_', '-');
  const key = `starter-${at.slice(0, 10)}-${motion}-${outcome.offers[0]?.offerKey ?? 'no-offer'}`;
  return key.slice(0, LONGEST_KEY).replace(/-$/, '');
}
