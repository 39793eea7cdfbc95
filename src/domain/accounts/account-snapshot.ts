/** Everything a decision reads about one account, in one piece. */
import type { UsageMatrix } from '../usage/usage-matrix';
import type { Account, AccountActivity } from './account';

/** One consistent read of an account. */
export interface AccountSnapshot {
  readonly account: Account;
  readonly usage: UsageMatrix;
  readonly activity: AccountActivity;
  /** Grows by one with every change; the first is 1. */
  readonly version: number;
}
