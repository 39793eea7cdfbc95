/** Decides, for one account here and now, what is offered, what is not, and why: every stage in its order. */
import type { AccountSnapshot } from '../accounts/account-snapshot';
import { NO_HANDOFFS, type HandoffLoad } from '../responses/handoff-load';
import type { History } from '../responses/history';
import { withFact, type FactSet } from '../rules/fact-set';
import type { StageOutcome } from '../rules/rule-evaluator';
import { drop, type Candidate } from './candidate';
import type { CompiledRelease } from './compiled-release';
import { isControl } from './control-cohort';
import type { DecisionContext, DecisionOutcome, OfferRecommendation, SuppressedOffer } from './decision';
import { findIneligibility } from './eligibility';
import { askGuardrails } from './guardrails';
import { assignMotion, MOTION_FACT } from './motion';
import { writeNotices } from './notices';
import { promptRoom } from './prompt-room';
import { rank } from './ranking';
import { READINESS_FACT, sumReadiness } from './readiness';
import { findCandidates } from './signals';
import type { Situation } from './situation';
import { proposeTasks } from './tasks';
import { wordOffer, type Passed, type WordedOffer } from './wording';

/** What is asked of a decision. */
export interface DecisionRequest {
  readonly context: DecisionContext;
  /** The most offers to make; 0 or less makes none. */
  readonly first: number;
  /** The person who looks; null: the account counts as the user. */
  readonly userId: string | null;
  /** What was shown and answered before. */
  readonly history: History;
  /** What people have taken on this month. Default: nothing. */
  readonly handoffs?: HandoffLoad;
  /** Whether offers are made that caps leave no room for, because whoever places them gives the room out. Default: no. */
  readonly keepsSurplus?: boolean;
}

/**
 * Decides. `now` is in milliseconds since the epoch; nothing else than the arguments is read, so that the same ones give
 * the same outcome. Every offer of the catalogue is either made or suppressed with one code.
 */
export async function decide(
  release: CompiledRelease,
  snapshot: AccountSnapshot,
  request: DecisionRequest,
  now: number,
): Promise<DecisionOutcome> {
  const stages: StageOutcome[] = [];
  const situation = await openSituation(release, snapshot, request, now, stages);
  const evaluate = async (stage: 'suppress' | 'recommend-offer' | 'notify' | 'create-task') => {
    const outcome = await release.rules.evaluate(stage, situation.facts);
    stages.push(outcome);
    return outcome;
  };
  const guardrails = await evaluate('suppress');
  const offers = chooseOffers(situation, await evaluate('recommend-offer'), guardrails, request);
  const notices = writeNotices(situation, guardrails, await evaluate('notify'));
  const tasks = proposeTasks(situation, await evaluate('create-task'));
  const { motion, readiness, facts } = situation;
  return {
    motion,
    readiness,
    ...offers,
    notices,
    tasks,
    ruleErrors: ruleErrors(release, stages),
    facts: facts.values,
    staleFacts: facts.stale,
  };
}

async function openSituation(
  release: CompiledRelease,
  snapshot: AccountSnapshot,
  { context, userId, history, handoffs = NO_HANDOFFS }: DecisionRequest,
  now: number,
  stages: StageOutcome[],
): Promise<Situation> {
  let facts = release.buildFacts(snapshot, context, now);
  const scores = await release.rules.evaluate('score', facts);
  const readiness = sumReadiness(scores.matched);
  facts = withDeclared(release, facts, READINESS_FACT, readiness.score);
  const motions = await release.rules.evaluate('assign-motion', facts);
  const motion = assignMotion(motions.matched, facts);
  facts = withDeclared(release, facts, MOTION_FACT, motion.motion);
  stages.push(scores, motions);
  const { account, usage } = snapshot;
  const past = { history, policy: release.policy, now, handoffs };
  return { release, account, usage, userId, past, context, facts, readiness, motion };
}

function withDeclared(
  release: CompiledRelease,
  facts: FactSet,
  name: string,
  value: string | number,
): FactSet {
  return release.facts.has(name) ? withFact(facts, name, value) : facts;
}

type OfferMembers = Pick<DecisionOutcome, 'offers' | 'suppressed' | 'control'>;

function chooseOffers(
  situation: Situation,
  recommendations: StageOutcome,
  guardrails: StageOutcome,
  request: DecisionRequest,
): OfferMembers {
  const { candidates, dropped } = findCandidates(situation, recommendations);
  const suppressed = [...dropped];
  const passed = candidates.flatMap((candidate) => {
    const answer = sift(situation, candidate, guardrails);
    if (answer.dropped !== null) suppressed.push(answer.dropped);
    return answer.dropped === null ? [{ candidate, handOff: answer.handOff }] : [];
  });
  const { released, heldOut, member } = holdOut(situation, passed);
  const { offers, dropped: outdone } = present(situation, released, request);
  const all = [...suppressed, ...heldOut.map(heldOutDrop), ...outdone];
  return {
    offers,
    suppressed: all.sort((a, b) => (a.offerKey < b.offerKey ? -1 : 1)),
    control: {
      member,
      wouldHaveOffered: heldOut.length === 0 ? [] : wouldHave(situation, passed, heldOut, request.first),
    },
  };
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

function heldOutDrop({ candidate }: Passed): SuppressedOffer {
  return drop(
    candidate.offer.document.key,
    'guardrail',
    'HOLDOUT',
    'The account belongs to the control cohort.',
  );
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
  const worded: WordedOffer[] = [];
  const unworded: SuppressedOffer[] = [];
  for (const offer of passed) {
    const words = wordOffer(situation, offer);
    if ('code' in words) unworded.push(words);
    else worded.push(words);
  }
  const room = keepsSurplus === true ? null : promptRoom(situation.past, situation.userId);
  const { kept, dropped } = rank(worded, { first, room });
  return {
    offers: kept.map((offer, index) => ({ ...offer, rank: index + 1 })),
    dropped: [...unworded, ...dropped],
  };
}

function ruleErrors(
  release: CompiledRelease,
  stages: readonly StageOutcome[],
): DecisionOutcome['ruleErrors'] {
  const failed = [...release.brokenRules, ...stages.flatMap((stage) => stage.failed)];
  const named = failed.map(({ rule, message }) => ({ ruleKey: rule.key, message }));
  const unread = release.quarantined.filter(
    ({ kind, key }) => kind === 'rule' && !named.some((n) => n.ruleKey === key),
  );
  return [...named, ...unread.map(({ key, message }) => ({ ruleKey: key, message }))];
}
