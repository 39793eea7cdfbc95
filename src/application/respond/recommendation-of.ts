/** Finds what a recommendation id binds, for those who may know of it. */
import type { CloseMode, Signal, Surface } from '../../domain/documents/kinds/vocabulary';
import type { CompiledRelease } from '../../domain/decisions/compiled-release';
import type { ShownOffer } from '../../domain/responses/show-offer';
import { isRequestSignal } from '../../domain/responses/showing';
import type { NotificationClaims, RecommendationClaims, RecommendationSigner } from '../ports';
import type { Responder } from './response-inputs';

/** The claims; null when the id is forged, or of an account or a user that the responder is not. */
export function recommendationOf(
  signer: RecommendationSigner,
  id: string,
  responder: Responder,
): RecommendationClaims | null {
  const read = signer.verify(id);
  return 'claims' in read && mayAnswer(responder, read.claims) ? read.claims : null;
}

/** Whether a responder reaches the account, and the user where both name one. */
export function mayAnswer(
  { accountId, userId }: Responder,
  claims: Pick<NotificationClaims, 'accountId' | 'userId'>,
): boolean {
  const isAccount = accountId === null || accountId === claims.accountId;
  return isAccount && (userId === null || claims.userId === null || userId === claims.userId);
}

/** The offer as it was recommended. A signal that is the request itself came about with it: now, in milliseconds. */
export function shownOffer(
  claims: RecommendationClaims,
  { documents }: Pick<CompiledRelease, 'documents'>,
  now: number,
): ShownOffer {
  const { userId, offerKey, conversationId, ruleKey, treatment, release, segment, crossedAt } = claims;
  const signal = claims.signal as Signal;
  return {
    userId,
    offerKey,
    conversationId,
    ruleKey,
    treatment,
    release,
    segment,
    crossedAt,
    signal,
    signalAt: isRequestSignal(signal) ? new Date(now).toISOString() : claims.signalAt,
    closeMode: claims.closeMode as CloseMode,
    surface: claims.surface as Surface,
    capacityPerMonth: documents.offer.get(offerKey)?.capacity?.perMonth ?? null,
  };
}
