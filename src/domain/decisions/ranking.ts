/** Puts offers in order by terms that can be seen, one offer per family, at most so many (requirement O5). */
import type { Signal } from '../documents/kinds/vocabulary';
import { drop, type Candidate } from './candidate';
import type { ScoreTerm, SuppressedOffer } from './decision';
import type { PromptRoom } from './prompt-room';
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
  readonly signal: Signal;
  readonly family: string;
  readonly score: number;
}

/** Offers in rank order, and those that gave way. */
export interface Ranked<T extends Rankable> {
  readonly kept: readonly T[];
  readonly dropped: readonly SuppressedOffer[];
}

/** What keeps a list short. */
interface Bounds {
  readonly first: number;
  /** null: whoever places the offers gives out the room. */
  readonly room: PromptRoom | null;
}

/**
 * Highest score first, ties by offer key; of a family the first only; no more new prompts than there is room for; no more
 * than `first`.
 */
export function rank<T extends Rankable>(offers: readonly T[], bounds: Bounds): Ranked<T> {
  const kept: T[] = [];
  const dropped: SuppressedOffer[] = [];
  for (const offer of [...offers].sort(byScore)) {
    const outdone = outdoneBy(kept, offer, bounds);
    if (outdone === undefined) kept.push(offer);
    else dropped.push(outdone);
  }
  return { kept, dropped };
}

function outdoneBy<T extends Rankable>(
  kept: readonly T[],
  offer: T,
  { first, room }: Bounds,
): SuppressedOffer | undefined {
  const ahead = kept.find((other) => other.family === offer.family);
  if (ahead !== undefined) return outranked(offer, familyTaken(ahead, offer));
  const surplus = room?.(offer, kept);
  if (surplus !== undefined || kept.length < first) return surplus;
  return outranked(offer, `Only the first ${first} offers were asked for.`);
}

function outranked({ offerKey }: Rankable, message: string): SuppressedOffer {
  return drop(offerKey, 'ranking', 'OUTRANKED', message);
}

function byScore(a: Rankable, b: Rankable): number {
  return b.score - a.score || (a.offerKey < b.offerKey ? -1 : 1);
}

function familyTaken(ahead: Rankable, offer: Rankable): string {
  return `Offer \`${ahead.offerKey}\` of the family \`${offer.family}\` ranks before it (${ahead.score} to ${offer.score}).`;
}
