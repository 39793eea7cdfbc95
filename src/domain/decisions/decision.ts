/** Describes a decision: what is offered to one account now, what is not and why, and how the ranking came about. */
import type { Resumption } from '../responses/snooze';
import type { FactValue } from '../rules/fact-set';
import type {
  BillingInterval,
  CloseMode,
  Intent,
  Motion,
  NotificationKind,
  OfferKind,
  Signal,
  SuppressionCode,
  Surface,
} from '../documents/kinds/vocabulary';

/** Where and why the question is asked. */
export interface DecisionContext {
  readonly surface: Surface;
  readonly placement?: string;
  readonly intent?: Intent;
  /** Key of the gated feature the buyer reached for. */
  readonly feature?: string;
  readonly conversationId?: string;
}

/** Integer minor units of an ISO 4217 currency. */
export interface Money {
  readonly minorUnits: number;
  readonly currency: string;
}

/** The numbers that set an offer or a notice off. */
export interface Trigger {
  readonly metric: string;
  readonly unit: string;
  readonly used: number;
  /** null: unlimited or not known. */
  readonly limit: number | null;
  /** used / limit; null without a limit above zero. */
  readonly ratio: number | null;
  /** The highest threshold crossed in this period, as a ratio of the limit where it has one, else in units. */
  readonly threshold: number | null;
  /** When that threshold was crossed. */
  readonly crossedAt: string | null;
}

/** List prices of the published catalogue in the account's currency and interval. */
export interface PriceChange {
  /** null when the account pays nothing today for what is offered. */
  readonly current: Money | null;
  readonly proposed: Money;
  readonly difference: Money;
  readonly interval: BillingInterval;
}

/** What the offer is worth, computed from the account's own numbers. */
export interface ValueCase {
  readonly statement: string;
  /** Positive: the buyer saves this much a month; null where the case is not about money. */
  readonly monthlyDifference: Money | null;
  /** Every figure the statement used. */
  readonly figures: Readonly<Record<string, number>>;
}

/** The approved text an offer rests on. */
export interface TopicCitation {
  readonly key: string;
  readonly release: number;
  readonly excerpt: string;
}

/** One summand of a score. */
export interface ScoreTerm {
  readonly term: 'priority' | 'signal' | 'urgency' | 'readiness';
  readonly value: number;
  readonly weight: number;
  readonly points: number;
}

/** An offer that is made. The signed id is added by the use case. */
export interface OfferRecommendation {
  readonly offerKey: string;
  readonly kind: OfferKind;
  readonly family: string;
  /** 1 is first. */
  readonly rank: number;
  readonly score: number;
  readonly scoreTerms: readonly ScoreTerm[];
  readonly signal: Signal;
  /** Key of the rule that recommended it. */
  readonly ruleKey: string;
  /** Priority of that rule: what an offer's notification is ordered by. */
  readonly priority: number;
  readonly title: string;
  readonly body: string;
  readonly disclosure: string | null;
  readonly acceptLabel: string;
  readonly declineLabel: string;
  readonly treatment: string;
  readonly whyShown: string;
  readonly trigger: Trigger | null;
  readonly price: PriceChange;
  readonly valueCase: ValueCase | null;
  readonly topic: TopicCitation;
  readonly closeMode: CloseMode;
  readonly placements: readonly string[];
  /** The plan it leads to; null for add-ons and capacity. */
  readonly plan: string | null;
  /** When the signal came about; null when nothing tells. */
  readonly signalAt: string | null;
  /** What the buyer put off and asked to hear of again by now; null for all others. */
  readonly resumes: Resumption | null;
}

/** An offer of the catalogue that is not made. */
export interface SuppressedOffer {
  readonly offerKey: string;
  /** The stage that dropped it. */
  readonly stage: 'signal' | 'eligibility' | 'guardrail' | 'ranking' | 'wording';
  readonly code: SuppressionCode;
  /** What ops read: the rule or setting that bit, with the numbers. */
  readonly message: string;
}

/** A notice without an offer. */
export interface Notice {
  readonly ruleKey: string;
  readonly kind: Exclude<NotificationKind, 'OFFER'>;
  readonly placements: readonly string[];
  readonly priority: number;
  readonly title: string;
  readonly body: string;
  readonly actions: readonly NoticeAction[];
  readonly trigger: Trigger | null;
  readonly dismissible: boolean;
  readonly snoozable: boolean;
  /** RFC 3339; null: it does not go by itself. */
  readonly expiresAt: string | null;
}

/** A button of a notice; `url` is set for LINK only. */
export interface NoticeAction {
  readonly kind: 'ACCEPT' | 'DECLINE' | 'SNOOZE' | 'LINK';
  readonly label: string;
  readonly url: string | null;
}

/** Work for a person, proposed by a rule. */
export interface TaskProposal {
  readonly ruleKey: string;
  readonly kind: 'TASK' | 'ESCALATION';
  readonly assignee: string | null;
  readonly title: string;
  readonly summary: string;
  /** From the playbook topic. */
  readonly talkingPoints: string;
}

/** The motion an account is in, and why. */
export interface MotionAssignment {
  readonly motion: Motion;
  /** Key of the rule that assigned it; null for NONE. */
  readonly ruleKey: string | null;
  readonly reason: string;
}

/** Points toward upsellReadiness. */
export interface Readiness {
  /** 0 to 100. */
  readonly score: number;
  readonly points: readonly { readonly ruleKey: string; readonly points: number }[];
}

/** The whole answer for one account. */
export interface DecisionOutcome {
  readonly motion: MotionAssignment;
  readonly readiness: Readiness;
  /** By rank. */
  readonly offers: readonly OfferRecommendation[];
  /** Every other offer of the catalogue once, by key. */
  readonly suppressed: readonly SuppressedOffer[];
  /** By descending priority, then rule key. Empty where it was not asked for, like `tasks`. */
  readonly notices: readonly Notice[];
  readonly tasks: readonly TaskProposal[];
  /** Whether the account is in the control cohort, and which offers it would have been made. */
  readonly control: { readonly member: boolean; readonly wouldHaveOffered: readonly string[] };
  /** Rules that failed, of the stages that were asked for, or were quarantined. */
  readonly ruleErrors: readonly { readonly ruleKey: string; readonly message: string }[];
  readonly facts: ReadonlyMap<string, FactValue>;
  /** Names of facts that were known and too old. */
  readonly staleFacts: ReadonlySet<string>;
}
