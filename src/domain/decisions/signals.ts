/** Finds which offers a signal speaks for: without one, nothing is offered (requirements S1 to S7). */
import type { RuleDocument, RuleOf } from '../documents/kinds/rule-document';
import type { StageOutcome } from '../rules/rule-evaluator';
import { cooldownHold } from '../responses/cooldown';
import { dismissalHold } from '../responses/dismissal';
import { drop, type Candidate } from './candidate';
import type { CompiledOffer } from './compiled-offer';
import type { SuppressedOffer } from './decision';
import { scoreOf } from './ranking';
import { rulesOf } from './rules-of-stage';
import { showingOf } from './showing-of';
import type { Situation } from './situation';

/** What the signal stage leaves: one candidate per offer at most. */
export interface Signalled {
  readonly candidates: readonly Candidate[];
  readonly dropped: readonly SuppressedOffer[];
}

/** Sorts the whole catalogue into candidates and offers without a signal. Both by offer key. */
export function findCandidates(situation: Situation, outcome: StageOutcome): Signalled {
  const recommended = recommendations(outcome);
  const candidates: Candidate[] = [];
  const dropped: SuppressedOffer[] = [];
  for (const key of catalogueOf(situation)) {
    const offer = situation.release.offers.get(key);
    const found =
      offer === undefined ? undefined : candidateFor(situation, offer, recommended.get(key) ?? []);
    if (situation.context.intent === 'UNRELATED') dropped.push(unrelated(key));
    else if (found === undefined) dropped.push(unsignalled(situation, key, outcome));
    else candidates.push(found);
  }
  return { candidates, dropped };
}

/** Every offer of the release, those that could not even be read among them. */
function catalogueOf({ release }: Situation): Iterable<string> {
  const unread = release.quarantined.filter(
    ({ kind, key }) => kind === 'offer' && !release.documents.offer.has(key),
  );
  const keys = release.documents.offer.keys();
  return unread.length === 0 ? keys : [...keys, ...unread.map(({ key }) => key)].sort();
}

function recommendations(outcome: StageOutcome): ReadonlyMap<string, readonly RuleOf<'recommend-offer'>[]> {
  const byOffer = new Map<string, RuleOf<'recommend-offer'>[]>();
  for (const rule of rulesOf('recommend-offer', outcome.matched)) {
    const known = byOffer.get(rule.event.params.offer);
    if (known === undefined) byOffer.set(rule.event.params.offer, [rule]);
    else known.push(rule);
  }
  return byOffer;
}

/**
 * An ask is answered before anything else; then those newer than the last no; of them the highest score speaks for the offer,
 * then the order of rules.
 */
function candidateFor(
  situation: Situation,
  offer: CompiledOffer,
  rules: readonly RuleOf<'recommend-offer'>[],
): Candidate | undefined {
  const candidates = rules
    .map((rule) => toCandidate(situation, offer, rule))
    .filter((candidate) => isTrueSignal(situation, candidate));
  const asked = candidates.filter((candidate) => candidate.asked);
  const [first, ...others] = asked.length > 0 ? asked : newerOf(situation, candidates);
  if (first === undefined || others.length === 0) return first;
  return highest(situation, first, others);
}

function highest(situation: Situation, first: Candidate, others: readonly Candidate[]): Candidate {
  let best = first;
  let most = scoreOf(situation, first).score;
  for (const other of others) {
    const { score } = scoreOf(situation, other);
    if (score > most) [best, most] = [other, score];
  }
  return best;
}

/** Those that a no or a dismissal does not keep waiting; all of them when it keeps all. */
function newerOf(situation: Situation, candidates: readonly Candidate[]): readonly Candidate[] {
  const { prompts, notifications } = situation.past.history;
  if (prompts.length + notifications.length === 0) return candidates;
  const heard = candidates.filter((candidate) => !awaitsNewSignal(situation, candidate));
  return heard.length > 0 ? heard : candidates;
}

function awaitsNewSignal(situation: Situation, candidate: Candidate): boolean {
  const showing = showingOf(situation, candidate, false);
  const { past } = situation;
  return cooldownHold(past, showing) !== null || dismissalHold(past, showing) !== null;
}

function toCandidate(
  { context }: Situation,
  offer: CompiledOffer,
  rule: RuleOf<'recommend-offer'>,
): Candidate {
  const { signal } = rule.event.params;
  return { offer, rule, signal, asked: signal === 'EXPLICIT_ASK' && context.intent === 'EXPLICIT_ASK' };
}

/** A rule may not claim that the buyer asked when none did, nor answer a feature request with another feature. */
function isTrueSignal({ context, facts, release }: Situation, { offer, signal, asked }: Candidate): boolean {
  if (signal === 'EXPLICIT_ASK') return asked;
  if (signal !== 'GATED_FEATURE') return true;
  const { feature } = context;
  if (feature === undefined || facts.values.get('context.featureGated') === false) return false;
  const { plan, features } = offer.document;
  const planFeatures = plan === undefined ? [] : (release.documents.plan.get(plan)?.features ?? []);
  return features.includes(feature) || planFeatures.includes(feature);
}

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
