/** Describes what becomes of a recording call: done, or one of a closed set of expected failures. */
import type { Timestamp } from '../../domain/accounts/account';
import type { AnswerKind } from '../../domain/responses/history';
import type { CloseMode, SuppressionCode } from '../../domain/documents/kinds/vocabulary';

/** `kind` is the name of the type in the API; a result goes to and from JSON unchanged. */
interface Refusal<Kind extends string, Code extends string> {
  readonly kind: Kind;
  readonly code: Code;
  /** Plain words, safe to show; dates are in RFC 3339. */
  readonly message: string;
}

/** Something about the input itself; the pointer names the first member at fault, for instance `/comment`. */
export interface InvalidInput extends Refusal<'InvalidInput', 'INVALID_INPUT'> {
  readonly pointer: string;
}

/** Unknown, forged or another account's: the same answer for all. Of notifications as well. */
export type RecommendationNotFound = Refusal<'RecommendationNotFound', 'RECOMMENDATION_NOT_FOUND'>;

/** The recommendation can no longer be answered; ask for a new one. */
export interface OfferExpired extends Refusal<'OfferExpired', 'OFFER_EXPIRED'> {
  readonly expiredAt: Timestamp;
}

/** The release in force has retired the offer or its plan, or sells it at another price. */
export type OfferNoLongerAvailable = Refusal<'OfferNoLongerAvailable', 'OFFER_NO_LONGER_AVAILABLE'>;

/** The prompt was answered before, and stays answered so. */
export interface AlreadyAnswered extends Refusal<'AlreadyAnswered', 'ALREADY_ANSWERED'> {
  readonly answer: AnswerKind;
  readonly answeredAt: Timestamp;
}

/** The idempotency key was used for another call. */
export type IdempotencyConflict = Refusal<'IdempotencyConflict', 'IDEMPOTENCY_CONFLICT'>;

/** A cap, a silence or the owner's capacity speaks against it; the code is the guardrail's. */
export type NotAllowed = Refusal<'NotAllowed', SuppressionCode>;

/** Accepted. An order to confirm or a task for a human follows from it; both are null as long as it does not. */
export interface OfferAccepted {
  readonly kind: 'OfferAccepted';
  readonly offerKey: string;
  readonly closeMode: CloseMode;
  readonly acceptedAt: Timestamp;
  readonly order: null;
  readonly task: null;
}

/** Declined: the offer is silent until then on every channel, and then waits for a new signal. */
export interface OfferDeclined {
  readonly kind: 'OfferDeclined';
  readonly offerKey: string;
  readonly silentUntil: Timestamp;
}

/** Put off until then. */
export interface OfferSnoozed {
  readonly kind: 'OfferSnoozed';
  readonly offerKey: string;
  readonly until: Timestamp;
}

/** Put away: this notification does not come back. */
export interface NotificationDismissed {
  readonly kind: 'NotificationDismissed';
  readonly notificationId: string;
  readonly dismissedAt: Timestamp;
}

/** Why one impression of several was not recorded. */
export type ImpressionRefusal =
  RecommendationNotFound | OfferExpired | OfferNoLongerAvailable | AlreadyAnswered | NotAllowed;

/** What became of one impression. */
export interface ImpressionResult {
  readonly recommendationId: string;
  /** `REPEATED`: shown again within the same minute, which counts once. */
  readonly status: 'RECORDED' | 'REPEATED' | 'REJECTED';
  /** Set exactly for REJECTED. */
  readonly error: ImpressionRefusal | null;
}

/** What became of each impression, in the order of the ids. */
export interface ImpressionsRecorded {
  readonly kind: 'ImpressionsRecorded';
  readonly results: readonly ImpressionResult[];
}

/** What an answer to an offer can fail with. */
export type AnswerRefusal =
  | InvalidInput
  | RecommendationNotFound
  | OfferExpired
  | OfferNoLongerAvailable
  | AlreadyAnswered
  | IdempotencyConflict
  | NotAllowed;

/** One bad id never loses the others; the call as a whole fails only for its own shape or its key. */
export type RecordImpressionsResult = ImpressionsRecorded | InvalidInput | IdempotencyConflict;

/** What accepting came to. */
export type AcceptOfferResult = OfferAccepted | AnswerRefusal;

/** What declining came to: a no is never refused for a cap or a silence, nor because the offer has gone. */
export type DeclineOfferResult = OfferDeclined | Exclude<AnswerRefusal, NotAllowed | OfferNoLongerAvailable>;

/** What putting off came to. */
export type SnoozeOfferResult = OfferSnoozed | Exclude<AnswerRefusal, NotAllowed | OfferNoLongerAvailable>;

/** What putting away came to. */
export type DismissNotificationResult =
  NotificationDismissed | InvalidInput | RecommendationNotFound | AlreadyAnswered | IdempotencyConflict;
