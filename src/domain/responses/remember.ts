/** Forgets what can no longer matter, so that an account's history stays small. */
import type { ConversationRefusal, History, NotificationState, Prompt } from './history';

const DAY_MS = 86_400_000;
/** Longer than any cap is counted over, and than any conversation lasts. */
const KEPT_DAYS = 366;
/** The most of each kind that is kept; the oldest go first. */
const MOST = 2_000;

/**
 * The history without prompts, refusals and notifications that were over a year ago. Silences are kept to their end, and the
 * last no to each offer for good, since it waits for a new signal however long that takes. `now` is in milliseconds.
 */
export function remember(history: History, now: number): History {
  const since = new Date(now - KEPT_DAYS * DAY_MS).toISOString();
  const waiting = lastNos(history.prompts);
  return {
    prompts: history.prompts
      .filter((prompt) => lastMoment(prompt) >= since || waiting.has(prompt))
      .slice(-MOST),
    refusals: history.refusals.filter(({ at }: ConversationRefusal) => at >= since).slice(-MOST),
    notifications: history.notifications.filter((state) => isKept(state, since)).slice(-MOST),
  };
}

/** A decline is the account's, a dismissal the user's own. */
function lastNos(prompts: readonly Prompt[]): ReadonlySet<Prompt> {
  const newest = new Map<string, Prompt>();
  for (const prompt of prompts) {
    const { answer, offerKey, userId } = prompt;
    if (answer?.kind === 'DECLINED') newest.set(JSON.stringify([offerKey]), prompt);
    if (answer?.kind === 'DISMISSED') newest.set(JSON.stringify([offerKey, userId]), prompt);
  }
  return new Set(newest.values());
}

function lastMoment({ openedAt, expiresAt, answer }: Prompt): string {
  const moments = [openedAt, expiresAt, answer?.at ?? openedAt, answer?.silentUntil ?? openedAt];
  return moments.reduce((last, moment) => (moment > last ? moment : last));
}

function isKept({ seenAt, dismissedAt }: NotificationState, since: string): boolean {
  return (dismissedAt ?? seenAt ?? '') >= since;
}
