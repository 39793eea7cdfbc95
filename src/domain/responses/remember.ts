/** Forgets what can no longer matter, so that an account's history stays small. */
import type { ConversationRefusal, History, NotificationState, Prompt } from './history';

const DAY_MS = 86_400_000;
/** Longer than any cap is counted over, and than any conversation lasts. */
const KEPT_DAYS = 366;
/** The most of each kind that is kept; the oldest go first. */
const MOST = 2_000;

/**
 * The history without prompts, refusals and notifications that were over a year ago. Silences are kept to their end. After a
 * year a no is forgotten and any signal is new again. `now` is in milliseconds.
 */
export function remember(history: History, now: number): History {
  const since = new Date(now - KEPT_DAYS * DAY_MS).toISOString();
  return {
    prompts: history.prompts.filter((prompt) => lastMoment(prompt) >= since).slice(-MOST),
    refusals: history.refusals.filter(({ at }: ConversationRefusal) => at >= since).slice(-MOST),
    notifications: history.notifications.filter((state) => isKept(state, since)).slice(-MOST),
  };
}

function lastMoment({ openedAt, expiresAt, answer }: Prompt): string {
  const moments = [openedAt, expiresAt, answer?.at ?? openedAt, answer?.silentUntil ?? openedAt];
  return moments.reduce((last, moment) => (moment > last ? moment : last));
}

function isKept({ seenAt, dismissedAt }: NotificationState, since: string): boolean {
  return (dismissedAt ?? seenAt ?? '') >= since;
}
