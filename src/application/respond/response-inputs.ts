/** Describes who answers, and with what. */
import type { Timestamp } from '../../domain/accounts/account';
import type { DeclineReason } from '../../domain/documents/kinds/vocabulary';

/** Who sends an answer. */
export interface Responder {
  /** Id of the key or token: idempotency keys of two callers never meet. */
  readonly callerId: string;
  /** The account that an account token is bound to; null: any. Ids of others are answered as unknown. */
  readonly accountId: string | null;
  /** The user that an account token is bound to; null: any. */
  readonly userId: string | null;
}

/** What was shown: 1 to 50 recommendations of one account. */
export interface RecordImpressionsInput {
  readonly recommendationIds: readonly string[];
  /** 1 to 200 characters, like every idempotency key. */
  readonly idempotencyKey: string;
}

/** A yes. */
export interface AcceptOfferInput {
  readonly recommendationId: string;
  /** The buyer's own words, at most 2,000 characters, like every comment. */
  readonly comment: string | null;
  readonly idempotencyKey: string;
}

/** A no. */
export interface DeclineOfferInput {
  readonly recommendationId: string;
  readonly reason: DeclineReason;
  readonly comment: string | null;
  readonly idempotencyKey: string;
}

/** A not now. */
export interface SnoozeOfferInput {
  readonly recommendationId: string;
  /** In the future, at most 366 days ahead. */
  readonly until: Timestamp;
  readonly comment: string | null;
  readonly idempotencyKey: string;
}

/** A notification put away. */
export interface DismissNotificationInput {
  readonly notificationId: string;
  readonly idempotencyKey: string;
}
