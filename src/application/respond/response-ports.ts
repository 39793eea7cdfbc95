/** The contracts between the recording of answers and the world. */
import type { Timestamp } from '../../domain/accounts/account';
import type { DeclineReason, Signal, Surface } from '../../domain/documents/kinds/vocabulary';
import type { Price } from '../../domain/documents/kinds/plan-document';
import type { HandoffLoad } from '../../domain/responses/handoff-load';
import type { AnswerKind, History } from '../../domain/responses/history';

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
  /** Whether the policy lets no further impression go unanswered: without an answer the prompt counts as dismissed by it. */
  readonly exhausts: boolean;
  /** What the recommendation named; null for notices, and for entries recorded before it was kept. */
  readonly price: Price | null;
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
  /** Key of the offer that somebody takes on with this change; only with `Recording.handoffs` of kind `taken`. */
  readonly takenOn?: string;
}

/** What a recording has to do with handoffs: it looks at what people have taken on, or takes one on itself. */
export interface HandoffUse {
  readonly kind: 'seen' | 'taken';
  /** The offer keys that are looked at. */
  readonly offerKeys: readonly string[];
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
  /** null or absent: none of it is handed to a person, and the load is none. */
  readonly handoffs?: HandoffUse | null;
  /**
   * Pure; may run more than once when the transaction is tried again. With handoffs of kind `taken` nobody else takes one of
   * the owner or of the offer on until the transaction ends.
   */
  readonly decide: (history: History, load: HandoffLoad) => ResponseChange;
}

/** `replayed`: the same call came before, and this is its answer. `conflict`: the key was used for another body. */
export type RecordingOutcome =
  { readonly kind: 'recorded' | 'replayed'; readonly answer: string } | { readonly kind: 'conflict' };

/** Accepted handoffs over all accounts, by the calendar month of their yes. */
export interface HandoffCounts {
  /** Handoffs counted in a month (`YYYY-MM`); it only ever grows, so that equal totals mean that nothing changed. */
  total(month: string): Promise<number>;
  /** All of a month. */
  ofMonth(month: string): Promise<MonthOfHandoffs>;
}

/** One month's counts; who took nothing on is left out. */
export interface MonthOfHandoffs {
  readonly byOwner: ReadonlyMap<string, number>;
  readonly byOffer: ReadonlyMap<string, number>;
}

/** Knows from memory what people have taken on; at most a few seconds old. */
export interface HandoffPicture {
  /** Of the month of `now`, in milliseconds; without an owner only the offers are known. */
  loadOf(owner: string | undefined, now: number): HandoffLoad;
}

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
