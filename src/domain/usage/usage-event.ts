/** Describes one report of usage. */
import type { Timestamp } from '../accounts/account';

/** `SET` states the level at a time, `ADD` changes it; the id is the caller's and is deduplicated for ever. */
export interface UsageEvent {
  readonly id: string;
  readonly accountId: string;
  readonly metric: string;
  readonly value: number;
  readonly kind: 'SET' | 'ADD';
  readonly at: Timestamp;
}
