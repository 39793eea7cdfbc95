/** The contracts between the recording of answers and the world. */
import type { Timestamp } from '../../domain/accounts/account';
import type { DeclineReason, Signal, Surface } from '../../domain/documents/kinds/vocabulary';
import type { AnswerKind, History } from '../../domain/responses/history';

/** Reads what decisions need of an account's past. */
export interface HistoryReader {
  /** One prepared read; the empty history for an account that has none. */
  history(accountId: string): Promise<History>;
}

/** One line of what was shown and answered; append-only, the source of reports. */
export interface ResponseEntry {
  readonly id: string;
  readonly accountId: string;
  readonly userId: string | null;
  readonly kind: 'IMPRESSION' | AnswerKind;
  /** The prompt it belongs to; null for notices without an offer. */
  readonly promptId: string | null;
  /** Key of the offer, or of the rule that notified. */
  readonly subject: string;
  readonly at: Timestamp;
  readonly ruleKey: string | null;
  readonly signal: Signal | null;
  readonly treatment: string | null;
  readonly release: number | null;
  readonly surface: Surface;
  readonly conversationId: string | null;
  readonly segment: string | null;
  readonly reason: DeclineReason | null;
  readonly comment: string | null;
  readonly silentUntil: Timestamp | null;
  readonly crossedAt: Timestamp | null;
  /** Whether it is the first impression of its prompt. */
  readonly opensPrompt: boolean;
  /** Unique per account for what may happen once, for instance `<prompt id>:answer`; null for what may repeat. */
  readonly businessKey: string | null;
}

/** What a use case made of a history. */
export interface ResponseChange {
  /** The history afterwards; null leaves it as it is. */
  readonly history: History | null;
  readonly entries: readonly ResponseEntry[];
  /** JSON of the answer to the caller, kept for repeats: they get it byte for byte. */
  readonly answer: string;
}

/** One recording call. */
export interface Recording {
  readonly accountId: string;
  /** Id of the caller's key or token: keys of two callers never meet. */
  readonly callerId: string;
  readonly idempotencyKey: string;
  /** SHA-256 of the operation and its input without the idempotency key. */
  readonly bodyHash: string;
  /** Milliseconds since the epoch; idempotency keys are kept 30 days from here. */
  readonly now: number;
  /** Pure; may run more than once when the transaction is tried again. */
  readonly decide: (history: History) => ResponseChange;
}

/** `replayed`: the same call came before, and this is its answer. `conflict`: the key was used for another body. */
export type RecordingOutcome =
  { readonly kind: 'recorded' | 'replayed'; readonly answer: string } | { readonly kind: 'conflict' };

/** Records answers exactly once. */
export interface ResponseStore {
  /**
   * In one transaction: looks the idempotency key up, locks the account's history, decides, writes history, entries and
   * answer. No two recordings of one account overlap; of two at once with one key the second is a replay.
   */
  record(recording: Recording): Promise<RecordingOutcome>;
  /** Deletes idempotency keys older than 30 days; at most `limit`; answers how many. */
  forgetKeys(now: number, limit: number): Promise<number>;
}
