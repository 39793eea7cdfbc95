/** Decides what becomes of the history when an offer is shown: a prompt opens, goes on, or is not allowed. */
import type { Timestamp } from '../accounts/account';
import type { Surface } from '../documents/kinds/vocabulary';
import { currentPrompt } from './current-prompt';
import { isSameMinute } from './dismissal';
import type { History, Prompt } from './history';
import type { Hold, Past } from './hold';
import { firstHold } from './holds';
import { promptExpiry, withPrompt } from './prompt-life';
import type { Showing } from './showing';
import { resumption } from './snooze';

/** An offer with what is kept of it once it was shown. */
export interface ShownOffer extends Showing {
  readonly ruleKey: string;
  readonly treatment: string;
  readonly release: number;
  readonly surface: Surface;
  readonly segment: string | null;
  readonly crossedAt: Timestamp | null;
}

/** `repeated`: within the minute of the last impression, which counts once; the history stays as it was. */
export type ShowOutcome =
  | { readonly kind: 'opened' | 'continued' | 'repeated'; readonly history: History; readonly prompt: Prompt }
  | { readonly kind: 'held'; readonly hold: Hold };

/** Shows an offer at `past.now`; a prompt that opens takes the id given. */
export function showOffer(past: Past, offer: ShownOffer, promptId: string): ShowOutcome {
  const hold = firstHold(past, offer);
  if (hold !== undefined) return { kind: 'held', hold };
  const { history, now } = past;
  const current = currentPrompt(past, offer);
  if (current === undefined) {
    const prompt = newPrompt(past, offer, promptId, 1);
    return { kind: 'opened', history: withPrompt(history, prompt), prompt };
  }
  if (isSameMinute(current.lastShownAt, now)) return { kind: 'repeated', history, prompt: current };
  const lastShownAt = new Date(now).toISOString();
  const prompt = { ...current, lastShownAt, impressions: current.impressions + 1 };
  return { kind: 'continued', history: withPrompt(history, prompt), prompt };
}

/** A prompt that opens now. */
export function newPrompt(past: Past, offer: ShownOffer, id: string, impressions: 0 | 1): Prompt {
  const { userId, offerKey, ruleKey, signal, treatment, release, surface } = offer;
  const { segment, conversationId, closeMode, crossedAt } = offer;
  const now = new Date(past.now).toISOString();
  return {
    id,
    userId,
    offerKey,
    ruleKey,
    signal,
    treatment,
    release,
    surface,
    segment,
    conversationId,
    closeMode,
    crossedAt,
    openedAt: now,
    lastShownAt: now,
    impressions,
    expiresAt: promptExpiry(past.now, past.policy),
    resumes: resumption(past, offer)?.promptId ?? null,
    answer: null,
  };
}
