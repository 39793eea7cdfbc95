/** Describes something that happened to an account, as its owner reports it. */
import type { Timestamp } from './account';

/** What may happen to an account; events of any other type are refused. */
export const ACCOUNT_EVENT_TYPES = [
  'PLAN_CHANGED',
  'RENEWED',
  'CHURNED',
  'REACTIVATED',
  'CSAT',
  'CONVERSATION_CLOSED',
  'FEATURE_USED',
] as const;
export type AccountEventType = (typeof ACCOUNT_EVENT_TYPES)[number];

/** One event; the id is the caller's and is deduplicated for ever. */
export interface AccountEvent {
  readonly id: string;
  readonly accountId: string;
  readonly type: AccountEventType;
  readonly at: Timestamp;
  readonly data: Readonly<Record<string, unknown>>;
}
