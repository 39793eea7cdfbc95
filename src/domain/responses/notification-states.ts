/** Remembers which notifications a user has seen and put away: put away once, one does not come back (requirement R9). */
import type { Timestamp } from '../accounts/account';
import { monthOf } from './calendar-period';
import type { History, NotificationState } from './history';

/** What makes two notifications the same one. */
export type NotificationIdentity = Pick<NotificationState, 'userId' | 'subject' | 'occasion'>;

/** The occasion of a notification: the crossing it tells of, else the calendar month. `now` is in milliseconds. */
export function occasionOf(crossedAt: Timestamp | null, now: number): string {
  return crossedAt ?? monthOf(now);
}

/** What is known of a notification; undefined when it was neither seen nor put away. */
export function notificationState(
  { notifications }: History,
  { userId, subject, occasion }: NotificationIdentity,
): NotificationState | undefined {
  return notifications.find(
    (state) => state.userId === userId && state.subject === subject && state.occasion === occasion,
  );
}

/** The history with a notification seen and perhaps put away; moments known before stay as they are. */
export function withNotification(history: History, { dismissedAt, ...seen }: NotificationState): History {
  const known = notificationState(history, seen);
  const next = {
    ...seen,
    seenAt: known?.seenAt ?? seen.seenAt,
    dismissedAt: known?.dismissedAt ?? dismissedAt,
  };
  const others = history.notifications.filter((state) => state !== known);
  return { ...history, notifications: [...others, next] };
}
