/** Answers what, if anything, to offer one account here and now. */
import type { Beside } from '../../domain/decisions/decide';
import type { SuppressedOffer } from '../../domain/decisions/decision';
import type { Motion } from '../../domain/documents/kinds/vocabulary';
import { considerAccount, type Consideration } from './consider-account';
import type { RecommendationSigner } from '../ports';
import { decidedAtText } from './decision-instants';
import type { DecisionPorts } from './decision-ports';
import type { AccountNotFound, DecisionQuestion } from './decision-question';
import { decisionRecord } from './decision-record';
import { signOffer, type OfferView } from './sign-offer';

/** A decision as callers see it. */
export interface DecisionView {
  readonly id: string;
  readonly accountId: string;
  readonly release: number;
  /** RFC 3339, UTC, milliseconds. */
  readonly decidedAt: string;
  readonly motion: Motion;
  readonly motionReason: string;
  /** upsellReadiness, 0 to 100. */
  readonly readiness: number;
  readonly readinessPoints: readonly { readonly ruleKey: string; readonly points: number }[];
  /** By rank. */
  readonly offers: readonly OfferView[];
  /** By key; whether the caller may see them is the caller's edge to decide. */
  readonly suppressed: readonly SuppressedOffer[];
  /** Made from memory because the database was away. */
  readonly degraded: boolean;
  /** Whole seconds since what it was made from was read; null unless degraded. */
  readonly dataAgeSeconds: number | null;
}

/** At most one read; nothing is written before the answer. */
export async function decideForAccount(
  ports: DecisionPorts,
  question: DecisionQuestion,
): Promise<DecisionView | AccountNotFound> {
  const consideration = await considerAccount(ports, question, JUST_OFFERS);
  if ('failure' in consideration) return consideration;
  ports.log.append(decisionRecord(consideration));
  return decisionView(ports.signer, consideration);
}

/** Rules of notices and tasks are not evaluated for an answer that shows neither. */
export const JUST_OFFERS: { readonly beside: readonly Beside[] } = { beside: [] };

/** A decision that was made, as callers see it; every offer is signed. */
export function decisionView(
  signer: Pick<RecommendationSigner, 'sign'>,
  consideration: Consideration,
): DecisionView {
  const { id, question, release, now, outcome, rememberedAt } = consideration;
  return {
    id,
    accountId: question.accountId,
    release: release.number,
    decidedAt: decidedAtText(now),
    motion: outcome.motion.motion,
    motionReason: outcome.motion.reason,
    readiness: outcome.readiness.score,
    readinessPoints: outcome.readiness.points,
    offers: outcome.offers.map((offer) => signOffer(signer, consideration, offer)),
    suppressed: outcome.suppressed,
    degraded: rememberedAt !== null,
    dataAgeSeconds: rememberedAt === null ? null : Math.floor(Math.max(0, now - rememberedAt) / 1_000),
  };
}
