/** Says of every figure in a report what it is called, how it is computed and what it should be; docs/metrics.md says the same. */
import type { ReportFigures } from './report-figures';

/** One metric in words. */
export interface MetricDefinition {
  readonly name: string;
  readonly formula: string;
  /** What it should be; absent where there is no such number. */
  readonly goal?: string;
}

/** By the name of the figure; the order is that of reports. */
export const METRIC_CATALOGUE: { readonly [K in keyof ReportFigures]: MetricDefinition } = {
  impressions: {
    name: 'Impressions',
    formula: 'times an offer was shown in the window; the same prompt shown again counts again',
  },
  presented: {
    name: 'Presented',
    formula: 'first impressions in the window: prompts that were opened',
  },
  accepted: { name: 'Accepted', formula: 'acceptances given in the window' },
  declined: { name: 'Declined', formula: 'declines given in the window' },
  snoozed: { name: 'Snoozed', formula: 'offers put off in the window' },
  dismissed: {
    name: 'Dismissed',
    formula:
      'offers put away in the window, and those ignored as often as the policy lets them: they count on the day of the impression that was one too many unanswered',
  },
  noResponse: {
    name: 'No response',
    formula:
      'prompts opened in the window whose response window has closed without an answer of any kind, and that were not ignored too often',
  },
  acceptanceRate: {
    name: 'Acceptance rate',
    formula:
      'distinct (account, offer) accepted within the response window / distinct (account, offer) presented in the window',
  },
  declineRate: {
    name: 'Decline rate',
    formula: 'those of the same pairs that were declined and not accepted / the same denominator',
  },
  dismissalRate: {
    name: 'Dismissal rate',
    formula:
      'those of the same pairs that were put away or ignored too often, and neither accepted nor declined / the same denominator',
  },
  noResponseRate: {
    name: 'No-response rate',
    formula:
      'those of the same pairs that were none of these, a snooze at most, with the response window closed / the same denominator; with the three rates above it sums to 1 once nothing is immature',
  },
  declineReasons: {
    name: 'Decline reasons',
    formula: 'declines per reason / declines; UNSPECIFIED is always a row',
  },
  upsellMentionRate: {
    name: 'Upsell-mention rate',
    formula: 'conversations with at least one offer shown / conversations decided in the window',
  },
  guardrailBlockRate: {
    name: 'Guardrail block rate',
    formula:
      'candidates suppressed by a guardrail / candidates that passed eligibility, over every decision of the window; null by rule, because a suppressed candidate is logged without one',
  },
  guardrailBlocks: {
    name: 'Guardrail blocks',
    formula: 'the same per code; HOLDOUT and the control cohort are among them',
  },
  triggerReach: {
    name: 'Trigger reach',
    formula:
      'active accounts with at least one crossing in the window / active accounts; by segment and day only',
  },
  crossingToPrompt: {
    name: 'Time from crossing to prompt',
    formula:
      'p50 and p95 of (first presented - crossed) in minutes, interpolated between neighbours, and the share within 60 minutes; crossings of the window that were presented before the last response window closed; the day is that of the crossing',
    goal: 'share 1',
  },
  reachRate: {
    name: 'Reach rate',
    formula: 'accounts presented something in the window / accounts in the pool',
  },
  ownerLoad: {
    name: 'Owner load',
    formula: 'open handoffs / capacity in the month; null until handoffs are recorded',
    goal: 'at most 1',
  },
  repeatPitchViolations: {
    name: 'Repeat-pitch violations',
    formula:
      'presentations of an offer inside its silence (unless the buyer asked), or of any offer after a refusal in the same conversation',
    goal: 'exactly 0',
  },
  groundingRate: {
    name: 'Grounding rate',
    formula:
      'presentations whose release was published, and had the offer active and valid at that moment, its copy, and the price that was named as its list price / presentations',
    goal: 'exactly 1',
  },
  handoffCompleteness: {
    name: 'Handoff completeness',
    formula: 'handoffs with all eight fields / handoffs; null until handoffs are recorded',
    goal: 'exactly 1',
  },
};
