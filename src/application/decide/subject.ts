/** Describes what a decision is made from, and who reads it. */
import type { AccountSnapshot } from '../../domain/accounts/account-snapshot';
import type { History } from '../../domain/responses/history';

/** An account with its history, both as of one moment. */
export interface Subject {
  readonly snapshot: AccountSnapshot;
  readonly history: History;
}

/** The same as it is stored: texts, which are cheap to keep and to compare. */
export interface StoredSubject {
  readonly version: number;
  readonly profile: string;
  readonly usageMatrix: string;
  readonly activity: string;
  /** null: the account was never shown anything. */
  readonly history: string | null;
}

/** Where subjects are stored. */
export interface SubjectSource {
  /** One prepared read; null when there is no such account. Ids are compared byte by byte. */
  find(accountId: string): Promise<StoredSubject | null>;
  /** Spells a stored one out. */
  read(stored: StoredSubject): Subject;
}

/** A subject and how old it is. */
export interface FoundSubject extends Subject {
  /** When it was read, in milliseconds since the epoch, where the database was away; null: just now. */
  readonly rememberedAt: number | null;
}

/** The hot read of a decision. */
export interface SubjectReader {
  /** null when there is no such account; rejects when that can't be found out. */
  subject(accountId: string): Promise<FoundSubject | null>;
}
