/** Decides, for one account here and now, what is offered, what is not, and why: every stage in its order. */
import type { AccountSnapshot } from '../accounts/account-snapshot';
import type { StageOutcome } from '../rules/rule-evaluator';
import { drop, type Candidate } from './candidate';
import type { CompiledRelease } from './compiled-release';
import { isControl } from './control-cohort';
import type { DecisionOutcome, OfferRecommendation, SuppressedOffer } from './decision';
import { findIneligibility } from './eligibility';
import { askGuardrails } from './guardrails';
import { writeNotices } from './notices';
import { openSituation, type SituationRequest } from './open-situation';
import { promptRoom } from './prompt-room';
import { rank } from './ranking';
import { findCandidates } from './signals';
import type { Situation } from './situation';
import { proposeTasks } from './tasks';
import { whenKnown } from './when-known';
import { wordOffer, type Passed, type RankedOffer } from './wording';

/** What is asked of a decision. */
export interface DecisionRequest extends SituationRequest {
  /** The most offers to make; 0 or less makes none. */
  readonly first: number;
  /** Whether offers are made that caps leave no room for, because whoever places them gives the room out. Default: no. */
  readonly keepsSurplus?: boolean;
  /** What is wanted beside the offers; the rules of what is not are not evaluated. Default: both. */
  readonly beside?: readonly Beside[];
}

/** What a decision finds beside offers. */
export type Beside = 'notices' | 'tasks';

/**
 * Decides. `now` is in milliseconds since the epoch; nothing else than the arguments is read, so that the same ones give
 * the same outcome. Every offer of the catalogue is either made or suppressed with one code. A promise only where the
 * evaluator of the release makes one.
 */
export function decide(
  release: CompiledRelease,
  snapshot: AccountSnapshot,
  request: DecisionRequest,
  now: number,
): DecisionOutcome | Promise<DecisionOutcome> {
  return whenKnown(openSituation(release, snapshot, request, now), ({ situation, stages }) =>
    whenKnown(evaluateEach(situation, request), (found) => outcomeOf(situation, request, found, stages)),
  );
}

const EVERYTHING: readonly Beside[] = ['notices', 'tasks'];
const NOTHING_FOUND: StageOutcome = { matched: [], matchedAt: [], undecided: [], failed: [] };

type Found = readonly [
  guardrails: StageOutcome,
  offers: StageOutcome,
  notices: StageOutcome,
  tasks: StageOutcome,
];

/** Stages that see the same facts, so that none waits for another. */
function evaluateEach(
  { release: { rules }, facts }: Situation,
  { beside = EVERYTHING }: DecisionRequest,
): Found | Promise<Found> {
  const found = [
    rules.evaluate('suppress', facts),
    rules.evaluate('recommend-offer', facts),
    beside.includes('notices') ? rules.evaluate('notify', facts) : NOTHING_FOUND,
    beside.includes('tasks') ? rules.evaluate('create-task', facts) : NOTHING_FOUND,
  ];
  const isPromised = found.some((outcome) => outcome instanceof Promise);
  const each = isPromised ? Promise.all(found.map(async (outcome) => outcome)) : found;
  return each as unknown as Found | Promise<Found>;
}

function outcomeOf(
  situation: Situation,
  request: DecisionRequest,
  found: Found,
  earlier: readonly StageOutcome[],
): DecisionOutcome {
  const { release, motion, readiness, facts } = situation;
  const [guardrails, recommendations, notified, proposed] = found;
  const { offers, suppressed, control } = chooseOffers(situation, recommendations, guardrails, request);
  return {
    motion,
    readiness,
    offers,
    suppressed,
    control,
    notices: writeNotices(situation, guardrails, notified),
    tasks: proposeTasks(situation, proposed),
    ruleErrors: ruleErrors(release, [...earlier, ...found]),
    facts: facts.values,
    staleFacts: facts.stale,
  };
}

type OfferMembers = Pick<DecisionOutcome, 'offers' | 'suppressed' | 'control'>;

function chooseOffers(
  situation: Situation,
  recommendations: StageOutcome,
  guardrails: StageOutcome,
  request: DecisionRequest,
): OfferMembers {
  const { candidates, dropped } = findCandidates(situation, recommendations);
  const fates = [...dropped];
  const passed: Passed[] = [];
  for (const candidate of candidates) {
    if (candidate === undefined) continue;
    const answer = sift(situation, candidate, guardrails);
    if (answer.dropped !== null) fates[candidate.place] = answer.dropped;
    else passed.push({ candidate, handOff: answer.handOff });
  }
  const { released, heldOut, member } = holdOut(situation, passed);
  for (const { candidate } of heldOut) fates[candidate.place] = heldOutDrop(candidate);
  const { offers, dropped: outdone } = present(situation, released, request);
  for (const fate of outdone) fates[placeOf(released, fate)] = fate;
  return {
    offers,
    suppressed: fates.filter((fate) => fate !== undefined),
    control: {
      member,
      wouldHaveOffered: heldOut.length === 0 ? [] : wouldHave(situation, passed, heldOut, request.first),
    },
  };
}

/** Fates in the order of the catalogue are in the order of keys. */
function placeOf(passed: readonly Passed[], { offerKey }: SuppressedOffer): number {
  const found = passed.find(({ candidate }) => candidate.offer.document.key === offerKey);
  if (found === undefined) throw new Error(`The offer ${offerKey} was dropped and never presented.`);
  return found.candidate.place;
}

function sift(
  situation: Situation,
  candidate: Candidate,
  guardrails: StageOutcome,
): ReturnType<typeof askGuardrails> {
  const ineligible = findIneligibility(situation, candidate);
  return ineligible === undefined ? askGuardrails(situation, candidate, guardrails) : { dropped: ineligible };
}

interface HoldOut {
  readonly member: boolean;
  readonly released: readonly Passed[];
  readonly heldOut: readonly Passed[];
}

/** Everything is held from the control cohort but the answer to an ask, where the policy lifts HOLDOUT. */
function holdOut({ release, account }: Situation, passed: readonly Passed[]): HoldOut {
  const member = isControl(account.id, release.policy.controlPercent);
  if (!member) return { member, released: passed, heldOut: [] };
  const lifted = release.policy.explicitAskLifts.includes('HOLDOUT');
  const isReleased = ({ candidate }: Passed): boolean => candidate.asked && lifted;
  return {
    member,
    released: passed.filter(isReleased),
    heldOut: passed.filter((offer) => !isReleased(offer)),
  };
}

function heldOutDrop({ offer }: Candidate): SuppressedOffer {
  return drop(offer.document.key, 'guardrail', 'HOLDOUT', 'The account belongs to the control cohort.');
}

function wouldHave(
  situation: Situation,
  passed: readonly Passed[],
  heldOut: readonly Passed[],
  first: number,
): readonly string[] {
  const held = new Set(heldOut.map(({ candidate }) => candidate.offer.document.key));
  return present(situation, passed, { first })
    .offers.map(({ offerKey }) => offerKey)
    .filter((key) => held.has(key));
}

interface Presented {
  readonly offers: readonly OfferRecommendation[];
  readonly dropped: readonly SuppressedOffer[];
}

function present(
  situation: Situation,
  passed: readonly Passed[],
  { first, keepsSurplus }: Pick<DecisionRequest, 'first' | 'keepsSurplus'>,
): Presented {
  const room = keepsSurplus === true ? null : promptRoom(situation.past, situation.userId);
  const { kept, dropped } = rank(passed.map(toRank), { first, room }, (offer, place) =>
    wordOffer(situation, offer, place),
  );
  return { offers: kept, dropped };
}

function toRank({ candidate, handOff }: Passed): RankedOffer {
  const { offer, signal, score } = candidate;
  return { candidate, handOff, offerKey: offer.document.key, signal, family: offer.family, score };
}

function ruleErrors(
  { brokenRules, quarantined }: CompiledRelease,
  stages: readonly StageOutcome[],
): DecisionOutcome['ruleErrors'] {
  if (
    quarantined.length === 0 &&
    brokenRules.length === 0 &&
    stages.every(({ failed }) => failed.length === 0)
  )
    return [];
  const failed = [...brokenRules, ...stages.flatMap((stage) => stage.failed)];
  const named = failed.map(({ rule, message }) => ({ ruleKey: rule.key, message }));
  const unread = quarantined.filter(
    ({ kind, key }) => kind === 'rule' && !named.some((n) => n.ruleKey === key),
  );
  return [...named, ...unread.map(({ key, message }) => ({ ruleKey: key, message }))];
}
