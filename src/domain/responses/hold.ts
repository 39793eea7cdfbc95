/** Describes a cap or a silence that speaks against showing an offer. */
import type { SuppressionCode } from '../documents/kinds/vocabulary';
import type { PolicyDocument } from '../documents/kinds/policy-document';
import type { HandoffLoad } from './handoff-load';
import type { History } from './history';

/** Codes that come from what was shown and answered before. */
export type HoldCode = Extract<
  SuppressionCode,
  | 'REFUSED_IN_CONVERSATION'
  | 'SNOOZED'
  | 'COOLDOWN'
  | 'DISMISSED'
  | 'CAP_OFFER'
  | 'CAP_USER'
  | 'CAP_ACCOUNT'
  | 'OWNER_CAPACITY'
>;

/** One objection; the message names the dates. */
export interface Hold {
  readonly code: HoldCode;
  readonly message: string;
}

/** What holds are judged by. `now` is in milliseconds since the epoch. */
export interface Past {
  readonly history: History;
  readonly policy: PolicyDocument;
  readonly now: number;
  /** The present month's. */
  readonly handoffs: HandoffLoad;
}
