/** Describes an account as its owner sends it: plan, contract, health and who looks after it. */
import type { AccountStatus, BillingInterval, ContractTerm } from '../documents/kinds/vocabulary';

/** RFC 3339 in UTC with milliseconds: `2026-06-01T00:00:00.000Z`. Normalised when it comes in. */
export type Timestamp = string;

/** The commitment in force; without `renewsAt` the renewal date is not known. */
export interface Contract {
  readonly term: ContractTerm;
  readonly renewsAt?: Timestamp;
}

/** How the relationship stands; each member may be unknown. */
export interface Health {
  /** Customer satisfaction, 1 to 5. */
  readonly csat?: number;
  /** -1 (hostile) to 1 (delighted). */
  readonly sentiment?: number;
  readonly openEscalations?: number;
  readonly billingIssue?: boolean;
  /** Probability of churn, 0 to 1. */
  readonly churnRisk?: number;
  readonly usageDropOff?: boolean;
  /** When the rest was known; without it health counts as stale. */
  readonly asOf?: Timestamp;
}

/** The person to talk to; personal data, never logged. */
export interface Contact {
  readonly name?: string;
  readonly phone?: string;
  readonly email?: string;
}

/** One customer of the company that runs this service. The id is the caller's own, compared byte by byte. */
export interface Account {
  readonly id: string;
  readonly name: string;
  readonly status: AccountStatus;
  /** A plan key of the catalogue. */
  readonly plan?: string;
  readonly billingInterval?: BillingInterval;
  readonly currency?: string;
  readonly paidSince?: Timestamp;
  readonly planSince?: Timestamp;
  readonly churnedAt?: Timestamp;
  readonly segment?: string;
  readonly industry?: string;
  /** ISO 3166-1 alpha-2. */
  readonly country?: string;
  /** ISO 3166-2, for instance US-CA. */
  readonly region?: string;
  readonly contract?: Contract;
  readonly health?: Health;
  readonly owner?: string;
  readonly csm?: string;
  readonly crmId?: string;
  readonly contact?: Contact;
  /** Keys of offers of kind ADD_ON or CAPACITY, or of plans of another family, that the account has. */
  readonly addOns?: readonly string[];
  readonly attributes?: Readonly<Record<string, unknown>>;
  readonly test?: boolean;
}

/** What account events have told beyond the account itself. */
export interface AccountActivity {
  /** When support last closed a conversation as resolved. */
  readonly lastSupportResolutionAt?: Timestamp;
  /** Last use per feature, of the 500 used last. */
  readonly featuresUsed?: Readonly<Record<string, Timestamp>>;
  /** When the newest CSAT event was given. */
  readonly csatAt?: Timestamp;
}
