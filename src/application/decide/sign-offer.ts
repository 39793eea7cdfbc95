/** Gives an offer the signed id that impressions and answers refer to. */
import type { OfferRecommendation } from '../../domain/decisions/decision';
import { answeredPrompt } from '../../domain/responses/prompt-life';
import { isRequestSignal } from '../../domain/responses/showing';
import type { RecommendationClaims, RecommendationSigner } from '../ports';
import type { Consideration } from './consider-account';
import { expiresAtText } from './decision-instants';
import { recommendationExpiry } from './recommendation-expiry';

/** An offer as callers see it. */
export interface OfferView extends OfferRecommendation {
  readonly id: string;
  readonly expiresAt: string;
}

/** The same offer of the same account at the same price gets the same id within one step of its expiry, until it is answered. */
export function signOffer(
  signer: Pick<RecommendationSigner, 'sign'>,
  consideration: Consideration,
  offer: OfferRecommendation,
): OfferView {
  const { release, now } = consideration;
  const validUntil = release.documents.offer.get(offer.offerKey)?.validUntil ?? null;
  const expiresAt = recommendationExpiry(now, release.policy.recommendationTtlMinutes, validUntil);
  const id = signer.sign(claimsOf(consideration, offer, expiresAt));
  return withId(offer, id, expiresAtText(expiresAt));
}

/** Member by member: copying an object as large as this one costs several times what it takes to write it down. */
function withId(offer: OfferRecommendation, id: string, expiresAt: string): OfferView {
  return {
    id,
    expiresAt,
    offerKey: offer.offerKey,
    kind: offer.kind,
    family: offer.family,
    rank: offer.rank,
    score: offer.score,
    scoreTerms: offer.scoreTerms,
    signal: offer.signal,
    ruleKey: offer.ruleKey,
    priority: offer.priority,
    placements: offer.placements,
    plan: offer.plan,
    title: offer.title,
    body: offer.body,
    acceptLabel: offer.acceptLabel,
    declineLabel: offer.declineLabel,
    treatment: offer.treatment,
    disclosure: offer.disclosure,
    whyShown: offer.whyShown,
    trigger: offer.trigger,
    price: offer.price,
    valueCase: offer.valueCase,
    topic: offer.topic,
    signalAt: offer.signalAt,
    resumes: offer.resumes,
    closeMode: offer.closeMode,
  };
}

function claimsOf(
  { question, release, snapshot, history }: Consideration,
  { offerKey, price, treatment, signal, ruleKey, closeMode, trigger, signalAt }: OfferRecommendation,
  expiresAt: number,
): RecommendationClaims {
  return {
    accountId: question.accountId,
    userId: question.userId,
    offerKey,
    release: release.number,
    price: {
      minorUnits: price.proposed.minorUnits,
      currency: price.proposed.currency,
      interval: price.interval,
    },
    treatment,
    signal,
    ruleKey,
    closeMode,
    conversationId: question.context.conversationId ?? null,
    surface: question.context.surface,
    crossedAt: trigger?.crossedAt ?? null,
    signalAt: isRequestSignal(signal) ? null : signalAt,
    after: answeredPrompt(history, { userId: question.userId, offerKey })?.id ?? null,
    segment: snapshot.account.segment ?? null,
    expiresAt,
  };
}
