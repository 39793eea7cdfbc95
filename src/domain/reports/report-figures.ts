/** Turns counts into the figures of one group, by the formulas of the metric catalogue. */
import { quantileSorted } from 'simple-statistics';
import { DECLINE_REASONS, SUPPRESSION_CODES } from '../documents/kinds/vocabulary';
import type { DeclineReason, SuppressionCode } from '../documents/kinds/vocabulary';
import type { Coordinates } from './dimensions';
import type { Counter, GroupedCounts } from './grouped-counts';
import { NOTHING_COUNTED, rateOf, shareOf, type Rate } from './rate';

/** How often one reason was given. */
export interface DeclineReasonShare {
  readonly reason: DeclineReason;
  readonly count: number;
  /** Of all declines; null without any. */
  readonly share: number | null;
}

/** How often one guardrail suppressed a candidate. */
export interface GuardrailBlock {
  readonly code: SuppressionCode;
  readonly count: number;
  /** Of the candidates that passed eligibility. */
  readonly share: number | null;
}

/** How long prompts took after their crossings, in minutes; null without any. */
export interface CrossingToPrompt {
  readonly p50Minutes: number | null;
  readonly p95Minutes: number | null;
  readonly within60Minutes: Rate;
}

/** The figures of one group; metric-catalogue.ts says what each means. */
export interface ReportFigures {
  readonly impressions: number;
  readonly presented: number;
  readonly accepted: number;
  readonly declined: number;
  readonly snoozed: number;
  readonly dismissed: number;
  readonly noResponse: number;
  readonly acceptanceRate: Rate;
  readonly declineRate: Rate;
  readonly dismissalRate: Rate;
  readonly noResponseRate: Rate;
  /** By descending count, then in the order of the vocabulary; UNSPECIFIED is always a row. */
  readonly declineReasons: readonly DeclineReasonShare[];
  readonly upsellMentionRate: Rate;
  readonly guardrailBlockRate: Rate;
  /** By descending count, then in the order of the vocabulary; codes that never bit are left out. */
  readonly guardrailBlocks: readonly GuardrailBlock[];
  readonly triggerReach: Rate;
  readonly crossingToPrompt: CrossingToPrompt;
  readonly reachRate: Rate;
  readonly ownerLoad: Rate;
  readonly repeatPitchViolations: number;
  readonly groundingRate: Rate;
  readonly handoffCompleteness: Rate;
}

/** The figures of a group that the counts have, or of any other: then nothing was counted. */
export function figuresOf(counts: GroupedCounts, group: Coordinates): ReportFigures {
  const of = (counter: Counter, detail = '') => counts.of(counter, group, detail);
  return {
    impressions: of('impressions'),
    presented: of('presented'),
    accepted: of('accepted'),
    declined: of('declined'),
    snoozed: of('snoozed'),
    dismissed: of('dismissed'),
    noResponse: of('unanswered'),
    ...responseRates(of),
    declineReasons: declineReasons(of),
    upsellMentionRate: rateOf(of('conversationsWithOffer'), of('conversations')),
    ...guardrailFigures(counts, of),
    triggerReach: whereItApplies(
      counts,
      'accountsCrossing',
      rateOf(of('accountsCrossing'), of('activeAccounts')),
    ),
    crossingToPrompt: crossingToPrompt(counts, group, of),
    reachRate: rateOf(of('accountsPresented'), of('pool')),
    ownerLoad: NOTHING_COUNTED,
    repeatPitchViolations: of('repeatPitches'),
    groundingRate: rateOf(of('grounded'), of('presented')),
    handoffCompleteness: NOTHING_COUNTED,
  };
}

type CountOf = (counter: Counter, detail?: string) => number;

type ResponseRates = Pick<
  ReportFigures,
  'acceptanceRate' | 'declineRate' | 'dismissalRate' | 'noResponseRate'
>;

function responseRates(of: CountOf): ResponseRates {
  const rate = (outcome: string) => rateOf(of('pairsEndedIn', outcome), of('pairs'), of('pairsImmature'));
  return {
    acceptanceRate: rate('ACCEPTED'),
    declineRate: rate('DECLINED'),
    dismissalRate: rate('DISMISSED'),
    noResponseRate: rate('NO_RESPONSE'),
  };
}

function declineReasons(of: CountOf): readonly DeclineReasonShare[] {
  return DECLINE_REASONS.map((reason) => ({ reason, count: of('declinedFor', reason) }))
    .filter(({ reason, count }) => count > 0 || reason === 'UNSPECIFIED')
    .toSorted((a, b) => b.count - a.count)
    .map(({ reason, count }) => ({ reason, count, share: shareOf(count, of('declined')) }));
}

function guardrailFigures(
  counts: GroupedCounts,
  of: CountOf,
): Pick<ReportFigures, 'guardrailBlockRate' | 'guardrailBlocks'> {
  const blocks = SUPPRESSION_CODES.map((code) => ({ code, count: of('blocked', code) }))
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => b.count - a.count);
  return {
    guardrailBlockRate: whereItApplies(counts, 'candidates', rateOf(of('blocked'), of('candidates'))),
    guardrailBlocks: counts.applies('candidates')
      ? blocks.map(({ code, count }) => ({ code, count, share: shareOf(count, of('candidates')) }))
      : [],
  };
}

/** A rate says nothing about a group that its numerator can't be told apart by. */
function whereItApplies(counts: GroupedCounts, counter: Counter, rate: Rate): Rate {
  return counts.applies(counter) ? rate : NOTHING_COUNTED;
}

function crossingToPrompt(counts: GroupedCounts, group: Coordinates, of: CountOf): CrossingToPrompt {
  const delays = counts.delaysOf(group);
  const quantile = (share: number) =>
    delays.length === 0 ? null : quantileSorted([...delays], share) / 60_000;
  return {
    p50Minutes: quantile(0.5),
    p95Minutes: quantile(0.95),
    within60Minutes: rateOf(of('crossingsPromptedInTime'), of('crossingsPrompted')),
  };
}
