/** Describes what an account's people were shown and what they answered, as decisions and guardrails need it. */
import type { Timestamp } from '../accounts/account';
import type { CloseMode, DeclineReason, Signal, Surface } from '../documents/kinds/vocabulary';

/** How a prompt ended. One that was ignored too often counts as dismissed without an answer; see dismissal.ts. */
export type AnswerKind = 'ACCEPTED' | 'DECLINED' | 'SNOOZED' | 'DISMISSED';

/** The answer to a prompt. Comments are kept with the answer's own record, never here. */
export interface Answer {
  readonly kind: AnswerKind;
  readonly at: Timestamp;
  /** Only with DECLINED. */
  readonly reason: DeclineReason | null;
  /** The offer stays silent until then, on every channel; null when it is silent for good or not at all. */
  readonly silentUntil: Timestamp | null;
}

/** An offer shown to a user, from its first impression until it is answered or expires: showing it again is the same prompt. */
export interface Prompt {
  readonly id: string;
  /** The user's id; null: the account counted as the user. */
  readonly userId: string | null;
  readonly offerKey: string;
  readonly ruleKey: string;
  readonly signal: Signal;
  readonly treatment: string;
  readonly release: number;
  readonly surface: Surface;
  /** The account's segment when it opened. */
  readonly segment: string | null;
  readonly conversationId: string | null;
  /** Who would finish the sale: handoffs count against a person's month. */
  readonly closeMode: CloseMode;
  /** The crossing it spoke of; null when it spoke of none. */
  readonly crossedAt: Timestamp | null;
  /** First impression. */
  readonly openedAt: Timestamp;
  readonly lastShownAt: Timestamp;
  /** Counted once a minute; 0 for an answer to an offer that was never allowed to be shown. */
  readonly impressions: number;
  /** When it closes without an answer. */
  readonly expiresAt: Timestamp;
  /** The id of the snoozed prompt that it brings back; null for all others. */
  readonly resumes: string | null;
  readonly answer: Answer | null;
}

/** A no in a conversation: nothing is offered in it any more. */
export interface ConversationRefusal {
  readonly conversationId: string;
  readonly at: Timestamp;
}

/** What is known of one notification of one user. */
export interface NotificationState {
  readonly userId: string | null;
  /** Key of the offer, or of the rule that notifies. */
  readonly subject: string;
  /** What makes the next notification another one; see NotificationClaims. */
  readonly occasion: string;
  readonly seenAt: Timestamp | null;
  readonly dismissedAt: Timestamp | null;
}

/** Everything remembered of one account, oldest first; entries that can no longer matter are dropped when it is written. */
export interface History {
  readonly prompts: readonly Prompt[];
  readonly refusals: readonly ConversationRefusal[];
  readonly notifications: readonly NotificationState[];
}

/** An account that was never shown anything. */
export const EMPTY_HISTORY: History = { prompts: [], refusals: [], notifications: [] };
