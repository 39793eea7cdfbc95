/** Says in words why something was not recorded. */
import type { Timestamp } from '../../domain/accounts/account';
import type { AnswerKind } from '../../domain/responses/history';
import type { Hold } from '../../domain/responses/hold';
import type { AnsweredPrompt } from '../../domain/responses/prompt-life';
import type {
  AlreadyAnswered,
  IdempotencyConflict,
  InvalidInput,
  NotAllowed,
  OfferExpired,
  OfferNoLongerAvailable,
  RecommendationNotFound,
} from './response-results';

/** The same for an id that is unknown, forged, of another kind or of another account. */
export function notFound(what: 'recommendation' | 'notification'): RecommendationNotFound {
  return {
    kind: 'RecommendationNotFound',
    code: 'RECOMMENDATION_NOT_FOUND',
    message: `There is no such ${what}.`,
  };
}

/** The pointer names the member at fault. */
export function invalid(pointer: string, message: string): InvalidInput {
  return { kind: 'InvalidInput', code: 'INVALID_INPUT', pointer, message };
}

/** `expiresAt` is in milliseconds since the epoch. */
export function expired(expiresAt: number): OfferExpired {
  const expiredAt = new Date(expiresAt).toISOString();
  const message = `The recommendation could be answered until ${expiredAt}; ask for a new one.`;
  return { kind: 'OfferExpired', code: 'OFFER_EXPIRED', message, expiredAt };
}

/** The reason is a whole sentence. */
export function noLongerAvailable(reason: string): OfferNoLongerAvailable {
  return { kind: 'OfferNoLongerAvailable', code: 'OFFER_NO_LONGER_AVAILABLE', message: reason };
}

/** Names the answer that counts. */
export function alreadyAnswered({ answer }: AnsweredPrompt): AlreadyAnswered {
  return answeredBefore(answer.kind, answer.at);
}

/** The same for what was answered without a prompt. */
export function answeredBefore(answer: AnswerKind, answeredAt: Timestamp): AlreadyAnswered {
  const message = `It was answered before, at ${answeredAt}: ${answer}.`;
  return { kind: 'AlreadyAnswered', code: 'ALREADY_ANSWERED', message, answer, answeredAt };
}

/** The hold's own code and words. */
export function notAllowed({ code, message }: Hold): NotAllowed {
  return { kind: 'NotAllowed', code, message };
}

/** Same key, other call. */
export function conflict(): IdempotencyConflict {
  const message = 'The idempotency key was used for another call; use a new key for a new call.';
  return { kind: 'IdempotencyConflict', code: 'IDEMPOTENCY_CONFLICT', message };
}
