/** Puts offers in order by terms that can be seen, one offer per family, at most so many (requirement O5). */
import { drop, type Candidate } from './candidate';
import type { ScoreTerm, SuppressedOffer } from './decision';
import type { Situation } from './situation';
import { triggerOf } from './trigger';

/** A score is the sum of its terms' points, in this order. */
export interface Score {
  readonly score: number;
  readonly scoreTerms: readonly ScoreTerm[];
}

const MOST_URGENT = 2;

/** Scores one candidate with the weights of the policy. */
export function scoreOf({ release, facts, readiness }: Situation, { rule, signal }: Candidate): Score {
  const weights = release.policy.ranking;
  const ratio = triggerOf(facts, release.documents.metric, rule.event.params.metric)?.ratio ?? 0;
  const scoreTerms = [
    term('priority', rule.priority, weights.priority),
    term('signal', 1, weights.signals[signal] ?? 0),
    term('urgency', Math.min(MOST_URGENT, Math.max(0, ratio)), weights.urgency),
    term('readiness', readiness.score, weights.readiness),
  ];
  return { score: rounded(scoreTerms.reduce((sum, { points }) => sum + points, 0)), scoreTerms };
}

function term(name: ScoreTerm['term'], value: number, weight: number): ScoreTerm {
  return { term: name, value, weight, points: rounded(value * weight) };
}

/** To a hundredth: nobody ranks by less, and people read these numbers. */
function rounded(points: number): number {
  return Math.round(points * 100) / 100;
}

/** What ranking needs to see of an offer. */
export interface Rankable {
  readonly offerKey: string;
  readonly family: string;
  readonly score: number;
}

/** Offers in rank order, and those that gave way. */
export interface Ranked<T extends Rankable> {
  readonly kept: readonly T[];
  readonly dropped: readonly SuppressedOffer[];
}

/** Highest score first, ties by offer key; of a family the first only; no more than `first`. */
export function rank<T extends Rankable>(offers: readonly T[], first: number): Ranked<T> {
  const kept: T[] = [];
  const dropped: SuppressedOffer[] = [];
  for (const offer of [...offers].sort(byScore)) {
    const ahead = kept.find((other) => other.family === offer.family);
    const message = ahead === undefined ? overflow(kept.length, first) : familyTaken(ahead, offer);
    if (message === undefined) kept.push(offer);
    else dropped.push(drop(offer.offerKey, 'ranking', 'OUTRANKED', message));
  }
  return { kept, dropped };
}

function byScore(a: Rankable, b: Rankable): number {
  return b.score - a.score || (a.offerKey < b.offerKey ? -1 : 1);
}

function overflow(made: number, first: number): string | undefined {
  return made < first ? undefined : `Only the first ${first} offers were asked for.`;
}

function familyTaken(ahead: Rankable, offer: Rankable): string {
  return `Offer \`${ahead.offerKey}\` of the family \`${offer.family}\` ranks before it (${ahead.score} to ${offer.score}).`;
}
