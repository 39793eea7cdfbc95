/** Decides what becomes of the history when a user puts a notification away. */
import type { Timestamp } from '../accounts/account';
import type { History } from './history';
import type { Past } from './hold';
import { notificationState, withNotification, type NotificationIdentity } from './notification-states';
import { openPrompt, withPrompt, type AnsweredPrompt } from './prompt-life';

/** `already`: it was put away before, then. */
export type PutAway =
  | { readonly kind: 'already'; readonly at: Timestamp }
  | { readonly kind: 'done'; readonly history: History; readonly prompt: AnsweredPrompt | null };

/** Puts it away at `past.now`. With an offer in it the user's open prompt is answered; an answered one stays as it is. */
export function putAway(past: Past, identity: NotificationIdentity, offerKey: string | null): PutAway {
  const before = notificationState(past.history, identity)?.dismissedAt ?? null;
  if (before !== null) return { kind: 'already', at: before };
  const at = new Date(past.now).toISOString();
  const history = withNotification(past.history, { ...identity, seenAt: at, dismissedAt: at });
  const open =
    offerKey === null ? undefined : openPrompt(history, { userId: identity.userId, offerKey }, past.now);
  if (open === undefined) return { kind: 'done', history, prompt: null };
  const prompt = { ...open, answer: { kind: 'DISMISSED' as const, at, reason: null, silentUntil: null } };
  return { kind: 'done', history: withPrompt(history, prompt), prompt };
}
