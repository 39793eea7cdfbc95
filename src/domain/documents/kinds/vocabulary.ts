/** Lists the closed sets of words that documents, decisions and the API share. */

/** How the buyer reaches us. */
export const SURFACES = [
  'IN_APP',
  'SUPPORT_CHAT',
  'UPGRADE_CHAT',
  'VOICE',
  'MESSAGING',
  'EMAIL',
  'ACCOUNT_TEAM',
] as const;
export type Surface = (typeof SURFACES)[number];

/** What the buyer is about right now, as the caller knows it. */
export const INTENTS = ['EXPLICIT_ASK', 'GATED_FEATURE', 'USAGE_QUESTION', 'UNRELATED'] as const;
export type Intent = (typeof INTENTS)[number];

/** Why an offer may appear at all (requirements S2 to S6). */
export const SIGNALS = [
  'USAGE_LIMIT',
  'GATED_FEATURE',
  'EXPLICIT_ASK',
  'MILESTONE',
  'MANUAL_WORKFLOW',
  'USAGE_DROP',
] as const;
export type Signal = (typeof SIGNALS)[number];

/** The one play an account is in at a time (requirement G4). */
export const MOTIONS = [
  'UPSELL',
  'CROSS_SELL',
  'RETENTION',
  'WIN_BACK',
  'RENEWAL',
  'DOWNGRADE',
  'NONE',
] as const;
export type Motion = (typeof MOTIONS)[number];

/** What an offer changes for the buyer. */
export const OFFER_KINDS = [
  'PLAN_UPGRADE',
  'PLAN_DOWNGRADE',
  'ADD_ON',
  'CAPACITY',
  'CROSS_SELL',
  'RETURN_OFFER',
] as const;
export type OfferKind = (typeof OFFER_KINDS)[number];

/** How often a price is charged. */
export const BILLING_INTERVALS = ['MONTH', 'YEAR'] as const;
export type BillingInterval = (typeof BILLING_INTERVALS)[number];

/** Who finishes the sale: the buyer in the product, or a human. */
export const CLOSE_MODES = ['SELF_SERVE', 'HANDOFF'] as const;
export type CloseMode = (typeof CLOSE_MODES)[number];

/** Why an offer of the catalogue was not made; the order is the contract's. */
export const SUPPRESSION_CODES = [
  'FACT_MISSING',
  'FACT_STALE',
  'NO_SIGNAL',
  'UNRELATED_CONVERSATION',
  'NO_PAID_RELATIONSHIP',
  'OTHER_MOTION',
  'TENURE_TOO_SHORT',
  'RENEWAL_WINDOW',
  'HEALTH_RED',
  'REGION_BLOCKED',
  'SEGMENT_HUMAN_ONLY',
  'ALREADY_ENTITLED',
  'OPEN_ORDER',
  'OFFER_NOT_YET_VALID',
  'OFFER_EXPIRED',
  'OFFER_RETIRED',
  'PRICE_NOT_APPROVED',
  'CAP_USER',
  'CAP_ACCOUNT',
  'CAP_OFFER',
  'COOLDOWN',
  'SNOOZED',
  'REFUSED_IN_CONVERSATION',
  'DISMISSED',
  'HOLDOUT',
  'OWNER_CAPACITY',
  'OUTRANKED',
  'PLACEMENT_FULL',
  'RULE_ERROR',
  'SUPPRESSED_BY_RULE',
] as const;
export type SuppressionCode = (typeof SUPPRESSION_CODES)[number];

/** Why a buyer said no, in words that reports can count. */
export const DECLINE_REASONS = [
  'TOO_EXPENSIVE',
  'NOT_NEEDED',
  'NOT_NOW',
  'MISSING_FEATURE',
  'NO_AUTHORITY',
  'LEAVING',
  'OTHER',
  'UNSPECIFIED',
] as const;
export type DeclineReason = (typeof DECLINE_REASONS)[number];

/** Where an account stands; only PAYING and CHURNED are documented paid relationships. */
export const ACCOUNT_STATUSES = ['LEAD', 'TRIAL', 'PAYING', 'CHURNED'] as const;
export type AccountStatus = (typeof ACCOUNT_STATUSES)[number];

/** How long a contract binds. */
export const CONTRACT_TERMS = ['MONTHLY', 'ANNUAL'] as const;
export type ContractTerm = (typeof CONTRACT_TERMS)[number];

/** A notice carries an offer (`OFFER`), tells of a limit (`USAGE_LIMIT`) or of the service (`SERVICE`). */
export const NOTIFICATION_KINDS = ['OFFER', 'USAGE_LIMIT', 'SERVICE'] as const;
export type NotificationKind = (typeof NOTIFICATION_KINDS)[number];
