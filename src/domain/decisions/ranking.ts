/** Puts offers in order by terms that can be seen, one offer per family, at most so many (requirement O5). */
import type { PolicyDocument } from '../documents/kinds/policy-document';
import type { RuleOf } from '../documents/kinds/rule-document';
import type { Signal } from '../documents/kinds/vocabulary';
import type { FactSet } from '../rules/fact-set';
import { drop, type Candidate } from './candidate';
import type { RecommendingRule } from './compiled-stages';
import type { ScoreTerm, SuppressedOffer } from './decision';
import type { PromptRoom } from './prompt-room';
import type { Situation } from './situation';
import { triggerRatio, type TriggerFacts } from './trigger';

const MOST_URGENT = 2;

/** Points of a rule's priority and signal, in this order: the part of its scores that no account changes. */
export function fixedPoints({ ranking }: PolicyDocument, rule: RuleOf<'recommend-offer'>): number {
  const { signal } = rule.event.params;
  return 0 + pointsOf(rule.priority, ranking.priority) + pointsOf(1, ranking.signals[signal] ?? 0);
}

/** Points of the account's readiness, the same for all of its candidates. */
export function readinessPoints({ release, readiness }: Pick<Situation, 'release' | 'readiness'>): number {
  return pointsOf(readiness.score, release.policy.ranking.readiness);
}

/** The sum of a score's terms, with the weights of the policy; `ready` are the readiness's points. */
export function scoreOf({ release, facts }: Situation, rule: RecommendingRule, ready: number): number {
  const urgent = pointsOf(urgencyOf(facts, rule.trigger), release.policy.ranking.urgency);
  return rounded(rule.points + urgent + ready);
}

/** The terms of a candidate's score, in the order in which they are added. */
export function scoreTermsOf(
  { release, facts, readiness }: Situation,
  candidate: Candidate,
): readonly ScoreTerm[] {
  const { priority, signals, urgency, readiness: ready } = release.policy.ranking;
  return [
    term('priority', candidate.rule.priority, priority),
    term('signal', 1, signals[candidate.signal] ?? 0),
    term('urgency', urgencyOf(facts, candidate.trigger), urgency),
    term('readiness', readiness.score, ready),
  ];
}

/** The use of the rule's metric as a share of its limit, 0 to 2; 0 without one. */
function urgencyOf(facts: FactSet, trigger: TriggerFacts | null): number {
  return Math.min(MOST_URGENT, Math.max(0, triggerRatio(facts, trigger) ?? 0));
}

function term(name: ScoreTerm['term'], value: number, weight: number): ScoreTerm {
  return { term: name, value, weight, points: pointsOf(value, weight) };
}

function pointsOf(value: number, weight: number): number {
  return rounded(value * weight);
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
export interface Ranked<Kept> {
  readonly kept: readonly Kept[];
  readonly dropped: readonly SuppressedOffer[];
}

/** Takes an offer in at a rank, from 1 up, or says why it can't be had after all: its place goes to the next. */
export type Admit<Offer, Kept> = (offer: Offer, rank: number) => Kept | SuppressedOffer;

/** What keeps a list short. */
interface Bounds {
  readonly first: number;
  /** null: whoever places the offers gives out the room. */
  readonly room: PromptRoom | null;
}

/**
 * Highest score first, ties by offer key; of a family the first only; no more new prompts than there is room for; no more
 * than `first`. Only what would be kept is admitted, so that no work is put into the others.
 */
export function rank<Offer extends Rankable, Kept extends Rankable>(
  offers: readonly Offer[],
  bounds: Bounds,
  admit: Admit<Offer, Kept>,
): Ranked<Kept> {
  const kept: Kept[] = [];
  const dropped: SuppressedOffer[] = [];
  const ranked = offers.length < 2 ? offers : [...offers].sort(byScore);
  for (const offer of ranked) {
    const answer = outdoneBy(kept, offer, bounds) ?? admit(offer, kept.length + 1);
    if ('code' in answer) dropped.push(answer);
    else kept.push(answer);
  }
  return { kept, dropped };
}

function outdoneBy(
  kept: readonly Rankable[],
  offer: Rankable,
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
