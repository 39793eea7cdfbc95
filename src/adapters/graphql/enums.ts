/** Gives the closed sets of words their GraphQL enums; each enum's values are the domain's own words. */
import 'reflect-metadata';
import { registerEnumType } from 'type-graphql';
import { JOB_STATUSES } from '../../application/simulate/simulate-ports';
import { ACCOUNT_EVENT_TYPES } from '../../domain/accounts/account-event';
import { AUDIT_ACTIONS } from '../../domain/audit/audit-entry';
import {
  ACCOUNT_STATUSES,
  BILLING_INTERVALS,
  CLOSE_MODES,
  CONTRACT_TERMS,
  DECLINE_REASONS,
  INTENTS,
  MOTIONS,
  NOTIFICATION_KINDS,
  OFFER_KINDS,
  SIGNALS,
  SUPPRESSION_CODES,
  SURFACES,
} from '../../domain/documents/kinds/vocabulary';
import type { AnswerKind } from '../../domain/responses/history';
import { SUPPRESSION_MEANINGS } from './suppression-meanings';

type Words<W extends string> = { readonly [K in W]: K };

function enumOf<W extends string>(
  name: string,
  description: string,
  words: readonly W[],
  meanings: Partial<Record<W, string>> = {},
): Words<W> {
  const values = Object.fromEntries(words.map((word) => [word, word])) as Words<W>;
  const described = Object.entries<string | undefined>(meanings).map(
    ([word, description]) => [word, { description }] as const,
  );
  const valuesConfig = Object.fromEntries(described) as Partial<Record<W, { description?: string }>>;
  registerEnumType(values, { name, description, valuesConfig });
  return values;
}

/** How the buyer reaches us. */
export const SurfaceEnum = enumOf('Surface', 'Where the buyer is reached.', SURFACES);
/** What the buyer is about. */
export const IntentEnum = enumOf(
  'Intent',
  'What the buyer is about right now, as the caller knows it.',
  INTENTS,
  {
    EXPLICIT_ASK: 'Asked about upgrading.',
    GATED_FEATURE: 'Reached for a feature the plan lacks.',
    USAGE_QUESTION: 'Asked about usage or limits.',
    UNRELATED: 'Talks about something else: nothing is offered.',
  },
);
/** Why an offer appears. */
export const SignalEnum = enumOf('Signal', 'Why an offer appears.', SIGNALS, {
  USAGE_LIMIT: 'Usage approaches or exceeds a limit.',
  GATED_FEATURE: 'A feature was reached for that the plan lacks.',
  EXPLICIT_ASK: 'The buyer asked.',
  MILESTONE: 'Usage passed a mark that calls for more.',
  MANUAL_WORKFLOW: 'Work is repeated by hand that a premium feature automates.',
  USAGE_DROP: 'Usage is well below a lower tier.',
});
/** The one play an account is in. */
export const MotionEnum = enumOf('Motion', 'The one play an account is in at a time.', MOTIONS);
/** What an offer changes. */
export const OfferKindEnum = enumOf('OfferKind', 'What an offer changes for the buyer.', OFFER_KINDS);
/** Who finishes the sale. */
export const CloseModeEnum = enumOf('CloseMode', 'Who finishes the sale.', CLOSE_MODES, {
  SELF_SERVE: 'The buyer, in the product.',
  HANDOFF: 'A person.',
});
/** Why an offer was not made. */
export const SuppressionCodeEnum = enumOf(
  'SuppressionCode',
  'Why an offer of the catalogue was not made.',
  SUPPRESSION_CODES,
  SUPPRESSION_MEANINGS,
);
/** How often a price is charged. */
export const BillingIntervalEnum = enumOf(
  'BillingInterval',
  'How often a price is charged.',
  BILLING_INTERVALS,
);
/** What a notification is. */
export const NotificationKindEnum = enumOf(
  'NotificationKind',
  'What a notification is.',
  NOTIFICATION_KINDS,
  {
    OFFER: 'Carries an offer.',
    USAGE_LIMIT: 'Tells of a limit; carries no price.',
    SERVICE: 'Tells of the service; carries no price.',
  },
);
/** What a button of a notification does. */
export const NotificationActionKindEnum = enumOf('NotificationActionKind', 'What pressing an action does.', [
  'ACCEPT',
  'DECLINE',
  'SNOOZE',
  'LINK',
] as const);
/** Where an account stands. */
export const AccountStatusEnum = enumOf(
  'AccountStatus',
  'Where an account stands; only PAYING and CHURNED are documented paid relationships.',
  ACCOUNT_STATUSES,
);
/** How long a contract binds. */
export const ContractTermEnum = enumOf('ContractTerm', 'How long a contract binds.', CONTRACT_TERMS);
/** How a usage value counts. */
export const UsageKindEnum = enumOf('UsageKind', 'How a usage value counts.', ['SET', 'ADD'] as const, {
  SET: 'States the level at a time.',
  ADD: 'Is added to what was used before.',
});
/** What happened to an account. */
export const AccountEventTypeEnum = enumOf(
  'AccountEventType',
  'What happened to an account.',
  ACCOUNT_EVENT_TYPES,
);
/** What became of an item of a batch. */
export const IngestStatusEnum = enumOf(
  'IngestStatus',
  'What became of one item of a batch.',
  ['APPLIED', 'DUPLICATE', 'REJECTED'] as const,
  {
    APPLIED: 'Stored.',
    DUPLICATE: 'Was stored before under this id; nothing changed.',
    REJECTED: 'Not stored; `error` says why.',
  },
);
/** Why a buyer said no. */
export const DeclineReasonEnum = enumOf('DeclineReason', 'Why a buyer said no.', DECLINE_REASONS);
/** How a prompt was answered. */
export const AnswerKindEnum = enumOf<AnswerKind>(
  'AnswerKind',
  'How a prompt was answered.',
  ['ACCEPTED', 'DECLINED', 'SNOOZED', 'DISMISSED'],
  { DISMISSED: 'Put away, or ignored so often that it counts as put away.' },
);
/** What became of an impression. */
export const ImpressionStatusEnum = enumOf(
  'ImpressionStatus',
  'What became of one impression.',
  ['RECORDED', 'REPEATED', 'REJECTED'] as const,
  {
    REPEATED: 'Shown again within the same minute, which counts once.',
    REJECTED: 'Not recorded; `error` says why.',
  },
);
/** Where an order stands. */
export const OrderStatusEnum = enumOf('OrderStatus', 'Where an order stands.', [
  'QUOTED',
  'EXECUTING',
  'COMPLETED',
  'FAILED',
  'CANCELLED',
  'EXPIRED',
] as const);
/** How grave a finding is. */
export const SeverityEnum = enumOf(
  'Severity',
  'How grave a finding is.',
  ['ERROR', 'WARNING', 'INFO'] as const,
  {
    ERROR: 'Keeps the document out of a release.',
    WARNING: 'Asks for a second look.',
    INFO: 'Merely tells.',
  },
);
/** The kinds of documents under their API names; RULE_TEST is the folder `test`. */
export const DOCUMENT_KIND_WORDS = [
  'FACT',
  'METRIC',
  'PLAN',
  'OFFER',
  'AUDIENCE',
  'RULE',
  'TOPIC',
  'POLICY',
  'RULE_TEST',
] as const;
/** A kind of document as the API names it. */
export const DocumentKindEnum = enumOf(
  'DocumentKind',
  'A kind of document that ops edit and a release pins.',
  DOCUMENT_KIND_WORDS,
);

/** What is put down in the audit log. */
export const AuditActionEnum = enumOf('AuditAction', 'What is put down in the audit log.', AUDIT_ACTIONS);
/** What became of a document between two sets. */
export const ChangeKindEnum = enumOf(
  'ChangeKind',
  'What became of a document between two sets of documents.',
  ['ADDED', 'CHANGED', 'REMOVED'] as const,
);
/** How a rule or an audience turned out. */
export const RuleOutcomeEnum = enumOf(
  'RuleOutcome',
  'How a rule or an audience turned out.',
  ['MATCHED', 'NOT_MATCHED', 'UNKNOWN', 'FAILED', 'OFF'] as const,
  {
    UNKNOWN: 'Facts it asks for are missing or too old.',
    FAILED: 'It is broken or kept out, and was skipped.',
    OFF: 'It is not enabled, and was not evaluated.',
  },
);

/** Where a job stands. */
export const JobStatusEnum = enumOf('JobStatus', 'Where a job stands.', JOB_STATUSES, {
  QUEUED: 'Waits until a replica has room.',
  RUNNING: 'Is being worked on.',
  DONE: 'Came to its end.',
  CANCELLED: 'Was stopped; what it found until then stays.',
  FAILED: 'Could not go on; what it found until then stays.',
});
/** How a logged decision came out when it was made again. */
export const ReplayOutcomeEnum = enumOf(
  'ReplayOutcome',
  'How a logged decision came out when it was made again.',
  ['SAME', 'DIFFERENT', 'NOT_REPLAYABLE'] as const,
  {
    SAME: 'Deciding again gives the logged answer.',
    DIFFERENT: 'Deciding again gives another answer.',
    NOT_REPLAYABLE: 'What it was made from is no longer known.',
  },
);
