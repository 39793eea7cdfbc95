/** Reads an account with its history and decides: what both queries have in common. */
import type { AccountSnapshot } from '../../domain/accounts/account-snapshot';
import type { CompiledRelease } from '../../domain/decisions/compiled-release';
import { decide, type DecisionRequest } from '../../domain/decisions/decide';
import type { DecisionOutcome } from '../../domain/decisions/decision';
import type { HandoffLoad } from '../../domain/responses/handoff-load';
import type { History } from '../../domain/responses/history';
import type { DecisionPorts } from './decision-ports';
import type { AccountNotFound, DecisionQuestion } from './decision-question';

/** One decision with what it was made from. */
export interface Consideration {
  readonly id: string;
  readonly question: DecisionQuestion;
  readonly release: CompiledRelease;
  readonly snapshot: AccountSnapshot;
  readonly history: History;
  readonly handoffs: HandoffLoad;
  /** Milliseconds since the epoch. */
  readonly now: number;
  readonly outcome: DecisionOutcome;
  /** When what it was made from was read, in milliseconds since the epoch; null: for this decision. */
  readonly rememberedAt: number | null;
}

/** What considering an account needs of the world. */
export type ConsiderationPorts = Pick<
  DecisionPorts,
  'subjects' | 'handoffs' | 'clock' | 'ids' | 'releases' | 'meter'
>;

/** The account and its history are read at once; the release and the clock are taken once, so that a change meanwhile does not mix in. */
export async function considerAccount(
  { subjects, handoffs, clock, ids, releases, meter }: ConsiderationPorts,
  question: DecisionQuestion,
  { keepsSurplus, beside }: Pick<DecisionRequest, 'keepsSurplus' | 'beside'> = {},
): Promise<Consideration | AccountNotFound> {
  const release = releases.current();
  const subject = await subjects.subject(question.accountId);
  if (subject === null) return { failure: 'ACCOUNT_NOT_FOUND' };
  const { snapshot, history, rememberedAt } = subject;
  const now = clock.now();
  const load = handoffs.loadOf(snapshot.account.owner, now);
  const { context, userId, first } = question;
  const request = { context, userId, first, history, handoffs: load, keepsSurplus, beside };
  const outcome = await decide(release, snapshot, request, now);
  meter.decided(outcome, rememberedAt !== null);
  return { id: ids.next(), question, release, snapshot, history, handoffs: load, now, outcome, rememberedAt };
}
