/** Finds which offers a signal speaks for: without one, nothing is offered (requirements S1 to S7). */
import type { RuleDocument } from '../documents/kinds/rule-document';
import { FactReader } from '../rules/fact-reader';
import type { StageOutcome } from '../rules/rule-evaluator';
import { cooldownHold } from '../responses/cooldown';
import { dismissalHold } from '../responses/dismissal';
import { drop, type Candidate } from './candidate';
import type { CatalogueEntry, RecommendingRule } from './compiled-stages';
import type { SuppressedOffer } from './decision';
import { readinessPoints, scoreOf } from './ranking';
import { showingOf } from './showing-of';
import type { Situation } from './situation';

/** What the signal stage leaves, by place in the catalogue: each offer is one or the other. */
export interface Signalled {
  readonly candidates: readonly (Candidate | undefined)[];
  readonly dropped: readonly (SuppressedOffer | undefined)[];
}

/** Sorts the whole catalogue into candidates and offers without a signal. */
export function findCandidates(situation: Situation, outcome: StageOutcome): Signalled {
  const { catalogue } = situation.release;
  const isUnrelated = situation.context.intent === 'UNRELATED';
  const candidates = isUnrelated ? [] : speakers(situation, outcome);
  const dropped: (SuppressedOffer | undefined)[] = [];
  for (let place = 0; place < catalogue.length; place++) {
    const { key } = catalogue[place] as CatalogueEntry;
    if (isUnrelated) dropped.push(unrelated(key));
    else dropped.push(candidates[place] === undefined ? unsignalled(situation, key, outcome) : undefined);
  }
  return { candidates, dropped };
}

/** How well a rule is heard: an ask before all, and what a no or a dismissal does not keep waiting before what it does. */
type Standing = typeof WAITING | typeof HEARD | typeof ASKED;
const WAITING = 0;
const HEARD = 1;
const ASKED = 2;

/** By place: of the rules of the best standing the one with the highest score speaks for the offer, then the order of rules. */
function speakers(situation: Situation, { matchedAt }: StageOutcome): readonly (Candidate | undefined)[] {
  const { catalogue, stages } = situation.release;
  const best = new Array<Candidate | undefined>(catalogue.length).fill(undefined);
  const standings = new Array<Standing>(catalogue.length).fill(WAITING);
  const ready = readinessPoints(situation);
  for (const at of matchedAt) {
    const rule = stages.recommending[at];
    if (rule === undefined || !isTrueSignal(situation, rule)) continue;
    const { place } = rule;
    const known = best[place];
    const standing = standingOf(situation, rule);
    const before = known === undefined ? WAITING : (standings[place] as Standing);
    if (standing < before) continue;
    const score = scoreOf(situation, rule, ready);
    if (known !== undefined && standing === before && score <= known.score) continue;
    best[place] = toCandidate(rule, standing === ASKED, score);
    standings[place] = standing;
  }
  return best;
}

function standingOf(situation: Situation, rule: RecommendingRule): Standing {
  if (rule.signal === 'EXPLICIT_ASK') return ASKED;
  const { prompts, notifications } = situation.past.history;
  if (prompts.length + notifications.length === 0) return HEARD;
  const showing = showingOf(situation, rule, false);
  const { past } = situation;
  const waits = cooldownHold(past, showing) !== null || dismissalHold(past, showing) !== null;
  return waits ? WAITING : HEARD;
}

function toCandidate(
  { rule, signal, place, offer, points, trigger }: RecommendingRule,
  asked: boolean,
  score: number,
): Candidate {
  return { rule, signal, place, offer, points, trigger, asked, score };
}

/** A rule may not claim that the buyer asked when none did, nor answer a feature request with another feature. */
function isTrueSignal({ context, facts }: Situation, { signal, offer }: RecommendingRule): boolean {
  if (signal === 'EXPLICIT_ASK') return context.intent === 'EXPLICIT_ASK';
  if (signal !== 'GATED_FEATURE') return true;
  const { feature } = context;
  if (feature === undefined || GATED.of(facts.values) === false) return false;
  return offer.document.features.includes(feature) || offer.target?.features.includes(feature) === true;
}

const GATED = new FactReader('context.featureGated');

function unrelated(offerKey: string): SuppressedOffer {
  return drop(offerKey, 'signal', 'UNRELATED_CONVERSATION', 'The conversation is about something else.');
}

function unsignalled(situation: Situation, key: string, outcome: StageOutcome): SuppressedOffer {
  const fault = faultOf(situation, key, outcome);
  if (fault !== undefined) return drop(key, 'signal', 'RULE_ERROR', fault);
  return drop(key, 'signal', 'NO_SIGNAL', undecidedMessage(key, outcome) ?? 'No rule found a signal for it.');
}

function faultOf({ release }: Situation, key: string, outcome: StageOutcome): string | undefined {
  const quarantined = release.quarantined.find((broken) => broken.kind === 'offer' && broken.key === key);
  if (quarantined !== undefined) return `The offer is kept out: ${quarantined.message}`;
  const failed = [...outcome.failed, ...release.brokenRules].find(({ rule }) => recommends(rule, key));
  return failed === undefined ? undefined : `Rule \`${failed.rule.key}\` failed: ${failed.message}`;
}

function undecidedMessage(key: string, outcome: StageOutcome): string | undefined {
  const undecided = outcome.undecided.find(({ rule }) => recommends(rule, key));
  if (undecided === undefined) return undefined;
  const wanting = [...undecided.stale, ...undecided.missing].map((fact) => `\`${fact}\``).join(', ');
  return `No rule found a signal for it; rule \`${undecided.rule.key}\` could not be decided without ${wanting}.`;
}

function recommends(rule: RuleDocument, offerKey: string): boolean {
  return rule.event.type === 'recommend-offer' && rule.event.params.offer === offerKey;
}
