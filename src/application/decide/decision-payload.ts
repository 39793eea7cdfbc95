/** Spells out a decision for its log, in as few bytes as it takes to read it again: they are most of what logging costs. */
import type {
  DecisionOutcome,
  Notice,
  OfferRecommendation,
  SuppressedOffer,
} from '../../domain/decisions/decision';
import type { Consideration } from './consider-account';
import { loggedPast } from './logged-past';

/** What of a decision came up in the product. */
export interface Placing {
  /** Offers that were made and found no room. */
  readonly crowdedOut: readonly SuppressedOffer[];
  /** Those that competed for room; none where only offers were asked for. */
  readonly notices: readonly Pick<Notice, 'ruleKey'>[];
  /** The most notifications to place; undefined where only offers were asked for. */
  readonly placed?: number;
}

/**
 * JSON. Members that are empty are left out, and so are offers without a signal: every offer of the release that is named
 * nowhere had none. Facts, tasks and what nobody asked for can be found again by deciding again: the line tells the release,
 * the version of the account, the clock, the question and the past.
 */
export function decisionPayload(
  consideration: Consideration,
  { crowdedOut, notices, placed }: Placing,
): string {
  const { question, snapshot, outcome } = consideration;
  const { offers, suppressed, staleFacts, control, ruleErrors } = outcome;
  const dropped = [...suppressed, ...crowdedOut].filter(({ code }) => code !== 'NO_SIGNAL');
  return JSON.stringify({
    context: question.context,
    first: question.first,
    placed,
    segment: snapshot.account.segment,
    past: loggedPast(consideration),
    stale: staleFacts.size === 0 ? undefined : [...staleFacts],
    offers: withRoom(offers, crowdedOut).map(inShort),
    suppressed: dropped.length === 0 ? undefined : codesOf(dropped),
    stages: dropped.length === 0 ? undefined : stagesOf(dropped),
    control: control.member ? control : undefined,
    notices: keysOf(notices),
    ruleErrors: ruleErrors.length === 0 ? undefined : ruleErrors,
  });
}

function withRoom(
  offers: DecisionOutcome['offers'],
  crowdedOut: readonly SuppressedOffer[],
): DecisionOutcome['offers'] {
  if (crowdedOut.length === 0) return offers;
  const crowded = new Set(crowdedOut.map(({ offerKey }) => offerKey));
  return offers.filter(({ offerKey }) => !crowded.has(offerKey));
}

function inShort(offer: OfferRecommendation): Record<string, unknown> {
  const { offerKey, ruleKey, signal, treatment, score, closeMode, price } = offer;
  return { offerKey, ruleKey, signal, treatment, score, closeMode, price: price.proposed.minorUnits };
}

function codesOf(dropped: readonly SuppressedOffer[]): Record<string, string> {
  return Object.fromEntries(dropped.map(({ offerKey, code }) => [offerKey, code]));
}

/** The stage that dropped each candidate; offers that no signal spoke for were no candidates and are left out. */
function stagesOf(dropped: readonly SuppressedOffer[]): Record<string, string> {
  const candidates = dropped.filter(({ stage }) => stage !== 'signal');
  return Object.fromEntries(candidates.map(({ offerKey, stage }) => [offerKey, stage]));
}

function keysOf(written: readonly { readonly ruleKey: string }[]): readonly string[] | undefined {
  return written.length === 0 ? undefined : written.map(({ ruleKey }) => ruleKey);
}
