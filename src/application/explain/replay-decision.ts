/** Makes a logged decision again, with the release, the account, the clock and the past it was made from, and says whether the answer is the same. */
import type { AccountSnapshot } from '../../domain/accounts/account-snapshot';
import { changeWords } from '../../domain/changes/change-words';
import type { CompiledRelease } from '../../domain/decisions/compiled-release';
import { considerAccount, type ConsiderationPorts } from '../decide/consider-account';
import { JUST_OFFERS } from '../decide/decide-for-account';
import { decisionRecord } from '../decide/decision-record';
import { readLoggedPast } from '../decide/logged-past';
import { considerNotifications } from '../decide/notifications-for-account';
import type { DecisionLogEntry } from '../ports';
import { payloadWithoutFacts, readLoggedQuestion, type LoggedQuestion } from './logged-payload';
import type { ReplayPorts } from './replay-ports';

/**
 * `SAME`: deciding again gives the logged answer. `DIFFERENT`: it does not. `NOT_REPLAYABLE`: what it was made from is no
 * longer known. `words` are the differences, or why it can't be made again; empty where it is the same.
 */
export interface Replay {
  readonly entry: DecisionLogEntry;
  readonly outcome: 'SAME' | 'DIFFERENT' | 'NOT_REPLAYABLE';
  readonly words: readonly string[];
}

/** Differences told at once. */
const MOST_WORDS = 50;
const UNCOUNTED = { decided: () => undefined };

/** null when the log has no such line. Records nothing. */
export async function replayDecision(ports: ReplayPorts, id: string): Promise<Replay | null> {
  const entry = await ports.logged.find(id);
  if (entry === null) return null;
  const question = readLoggedQuestion(entry.payload);
  if (question === null) return lost(entry, 'The line is of an older form that does not tell its past.');
  const release = await ports.release(entry.release);
  if (release === null) return lost(entry, `There is no release ${entry.release} any more.`);
  const snapshot = await ports.logged.snapshotAt(entry.accountId, entry.accountVersion);
  if (snapshot === null)
    return lost(
      entry,
      `Version ${entry.accountVersion} of the account was not kept; it changed before the line was written.`,
    );
  const again = await decideAgain(entry, question, release, snapshot);
  const words = differences(entry, again);
  return { entry, outcome: words.length === 0 ? 'SAME' : 'DIFFERENT', words: words.slice(0, MOST_WORDS) };
}

function lost(entry: DecisionLogEntry, why: string): Replay {
  return { entry, outcome: 'NOT_REPLAYABLE', words: [why] };
}

async function decideAgain(
  entry: DecisionLogEntry,
  { context, first, placed, past }: LoggedQuestion,
  release: CompiledRelease,
  snapshot: AccountSnapshot,
): Promise<DecisionLogEntry> {
  const { accountId, userId, decidedAt, id } = entry;
  const { history, handoffs } = readLoggedPast(past, userId);
  const world: ConsiderationPorts = {
    meter: UNCOUNTED,
    ids: { next: () => id },
    clock: { now: () => Date.parse(decidedAt) },
    releases: { current: () => release },
    handoffs: { loadOf: () => handoffs },
    subjects: { subject: () => Promise.resolve({ snapshot, history, rememberedAt: null }) },
  };
  if (first === null) {
    const question = { accountId, userId, context, first: placed ?? Infinity };
    const considered = await considerNotifications(world, question);
    return 'failure' in considered ? entry : decisionRecord(considered.consideration, considered.placing);
  }
  const considered = await considerAccount(world, { accountId, userId, context, first }, JUST_OFFERS);
  return 'failure' in considered ? entry : decisionRecord(considered);
}

/** `motion` stands beside the payload. */
function differences(logged: DecisionLogEntry, again: DecisionLogEntry): readonly string[] {
  if (logged.payload === again.payload && logged.motion === again.motion) return [];
  const [before, after] = [logged, again].map(({ motion, payload }) => ({
    motion,
    ...payloadWithoutFacts(payload),
  }));
  return changeWords(before ?? {}, after ?? {}, new Map());
}
