/** Every contract between the use cases and the world, in one place. */
import type { AccountSnapshot } from '../domain/accounts/account-snapshot';
import type { Account, AccountActivity, Timestamp } from '../domain/accounts/account';
import type { AccountEvent } from '../domain/accounts/account-event';
import type { DocumentKind } from '../domain/documents/document-kind';
import type { DocumentSet } from '../domain/documents/document-set';
import type { CompiledRelease } from '../domain/decisions/compiled-release';
import type { NotificationKind } from '../domain/documents/kinds/vocabulary';
import type { Price, Threshold } from '../domain/documents/kinds/plan-document';
import type { Release, StoredDocument } from '../domain/documents/release';
import type { UsageEvent } from '../domain/usage/usage-event';
import type { UsageMatrix } from '../domain/usage/usage-matrix';
import type { MetricLedger } from '../domain/usage/metric-ledger';

/** Tells the time in milliseconds since the epoch. Injected everywhere; nothing else reads the clock. */
export interface Clock {
  now(): number;
}

/** Makes identifiers: UUIDv7, so that they sort by time. */
export interface IdSource {
  next(): string;
}

/** Turns bytes into a SHA-256 digest in lower-case hex. */
export interface Hasher {
  sha256(text: string): string;
}

/** What a recommendation id binds. Short names: the id travels in every answer. */
export interface RecommendationClaims {
  readonly accountId: string;
  readonly userId: string | null;
  readonly offerKey: string;
  readonly release: number;
  readonly price: Price;
  readonly treatment: string;
  readonly signal: string;
  readonly ruleKey: string;
  readonly closeMode: string;
  readonly conversationId: string | null;
  readonly surface: string;
  /** The crossing the offer speaks of; null when it speaks of none. */
  readonly crossedAt: Timestamp | null;
  /** When the signal came about, where that does not change from one request to the next; else null. */
  readonly signalAt: Timestamp | null;
  /** Id of the prompt that the user had answered last when the offer was made; null without one. */
  readonly after: string | null;
  readonly segment: string | null;
  /** Milliseconds since the epoch. */
  readonly expiresAt: number;
}

/** Signs and checks recommendation ids; the same claims give the same id. */
export interface RecommendationSigner {
  sign(claims: RecommendationClaims): string;
  /** `forged` also stands for ids that are no ids at all. Expiry is judged by the caller, against its clock. */
  verify(id: string): { readonly claims: RecommendationClaims } | { readonly failure: 'forged' };
}

/** What a notification id binds, so that a dismissal finds its way back. */
export interface NotificationClaims {
  readonly accountId: string;
  readonly userId: string | null;
  readonly kind: NotificationKind;
  /** Key of the offer, or of the rule that notifies. */
  readonly subject: string;
  /** The crossing it is about, else the calendar month: what makes the next notification another one. */
  readonly occasion: string;
}

/** Signs and checks notification ids; the same claims give the same id. */
export interface NotificationSigner {
  sign(claims: NotificationClaims): string;
  /** `forged` also stands for ids that are no ids at all, and for recommendation ids. */
  verify(id: string): { readonly claims: NotificationClaims } | { readonly failure: 'forged' };
}

/** The release in force, ready for decisions, from memory. */
export interface ReleaseProvider {
  current(): CompiledRelease;
}

/** Reads one account. */
export interface AccountReader {
  /** One prepared read; null when there is no such account. Ids are compared byte by byte. */
  snapshot(accountId: string): Promise<AccountSnapshot | null>;
}

/** A page of accounts in ascending byte order of their id. */
export interface AccountPage {
  readonly items: readonly AccountSnapshot[];
  readonly hasNextPage: boolean;
}

/** Reads for lists; dataloaders and operators use these. */
export interface AccountDirectory {
  /** In the order of the ids; null where there is no such account. One query for all. */
  snapshots(accountIds: readonly string[]): Promise<readonly (AccountSnapshot | null)[]>;
  /** At most `limit` accounts with an id greater than `after`. */
  page(after: string | null, limit: number): Promise<AccountPage>;
  count(): Promise<number>;
}

/** What ingestion of one account's batch changes, in one transaction; ledgers are changed ones, whole. */
export interface AccountWrite {
  /** Id of the account; for a new account `account` must be present. */
  readonly accountId: string;
  /** Version that was read; 0 creates and fails when the account exists. */
  readonly expectedVersion: number;
  readonly account: Account;
  readonly usage: UsageMatrix;
  readonly activity: AccountActivity;
  readonly ledgers: ReadonlyMap<string, MetricLedger>;
  /** Crossings to append; the unique key (account, metric, threshold, period start) makes a repeat a no-op. */
  readonly crossings: readonly RecordedCrossing[];
  readonly usageEvents: readonly UsageEvent[];
  readonly accountEvents: readonly AccountEvent[];
}

/** A crossing as it is kept for ever. */
export interface RecordedCrossing {
  readonly metric: string;
  readonly threshold: Threshold;
  readonly periodStart: Timestamp | null;
  readonly crossedAt: Timestamp;
  readonly recordedAt: Timestamp;
}

/** What ingestion reads of one account before it decides what to write. */
export interface AccountIngestState {
  readonly snapshot: AccountSnapshot | null;
  /** Ledgers by metric key. */
  readonly ledgers: ReadonlyMap<string, MetricLedger>;
}

/** The write side of accounts and usage. */
export interface AccountStore {
  /** State of many accounts in a bounded number of queries; every id asked for is a key of the answer. */
  load(accountIds: readonly string[]): Promise<ReadonlyMap<string, AccountIngestState>>;
  /** Ids among these that were recorded before, of usage events or of account events. Deduplicated for ever. */
  knownUsageEvents(ids: readonly string[]): Promise<ReadonlySet<string>>;
  knownAccountEvents(ids: readonly string[]): Promise<ReadonlySet<string>>;
  /** Usage events of one metric of one account with `from <= at < to`, by time, then id. */
  usageEvents(
    accountId: string,
    metric: string,
    from: Timestamp | null,
    to: Timestamp | null,
  ): Promise<readonly UsageEvent[]>;
  /** Writes one account whole or not at all. `conflict`: another was first (version or event id): read and decide again. */
  write(change: AccountWrite): Promise<'written' | 'conflict'>;
  /**
   * Writes many accounts in one transaction with one flush to disk, each account whole or not at all; answers in the
   * order of `changes`. A conflict of one does not hold up the others. The second change of one account, and a change
   * that repeats an event id (of the store, of an earlier change or of its own), is a `conflict`. At most 1,000
   * changes and 10,000 events at a time keep other writers flowing.
   */
  writeMany(changes: readonly AccountWrite[]): Promise<readonly ('written' | 'conflict')[]>;
}

/** The catalogue of the release in force, as ingestion goes by it. */
export interface CatalogueProvider {
  current(): { readonly documents: Pick<DocumentSet, 'metric' | 'plan' | 'offer'> };
}

/** Stores documents by content and releases by number. */
export interface ReleaseStore {
  /** The release with the highest number; null before the first. */
  current(): Promise<Release | null>;
  byNumber(number: number): Promise<Release | null>;
  /** Number of the current release, one prepared read: what replicas poll. 0 before the first. */
  currentNumber(): Promise<number>;
  /** Appends release `expectedCurrent + 1`; `conflict` when another was published meanwhile. */
  append(release: NewRelease, expectedCurrent: number): Promise<'appended' | 'conflict'>;
}

/** One file of a rules directory, not yet read as a document; its name stands for the key. */
export interface RuleFile {
  readonly kind: DocumentKind;
  readonly key: string;
  /** As a person finds it: relative to the directory, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

/** The directory that ops edit. */
export interface RuleFiles {
  /** Files in release order; `strays` are paths that are no document of any kind, or no UTF-8. Faults of the disk are thrown. */
  list(): Promise<{ readonly files: readonly RuleFile[]; readonly strays: readonly string[] }>;
}

/** A file with one demo account. */
export interface SeedFile {
  readonly name: string;
  readonly text: string;
}

/** The directory of demo accounts. */
export interface SeedFiles {
  /** In ascending byte order of the name. Faults of the disk are thrown, a missing directory among them. */
  list(): Promise<readonly SeedFile[]>;
}

/** A release about to be published. */
export interface NewRelease {
  readonly hash: string;
  readonly message: string;
  readonly publishedBy: string;
  readonly publishedAt: Timestamp;
  readonly documents: readonly StoredDocument[];
}

/** One line of the decision log: enough to decide again and get the same answer. */
export interface DecisionLogEntry {
  readonly id: string;
  readonly accountId: string;
  readonly userId: string | null;
  readonly release: number;
  readonly decidedAt: Timestamp;
  readonly surface: string;
  readonly motion: string;
  readonly accountVersion: number;
  /** JSON of the request context, the facts and the outcome in short; see decision-payload.ts. */
  readonly payload: string;
}

/** Takes decisions behind the request: never waits, never throws, bounded memory. */
export interface DecisionLog {
  append(entry: DecisionLogEntry): void;
  /** Entries waiting, written and dropped because the buffer was full. */
  readonly counts: { readonly waiting: number; readonly written: number; readonly dropped: number };
  /** Writes what is waiting; called on shutdown. */
  flush(): Promise<void>;
}

/** Where the decision log writes its batches. */
export interface DecisionStore {
  /** Inserts all or none; entries whose id is there already are left as they are, so a batch may be sent again. */
  insertMany(entries: readonly DecisionLogEntry[]): Promise<void>;
  count(): Promise<number>;
}

/** What a process that starts or stops needs of the database. */
export interface Database {
  migrate(): Promise<void>;
  close(): Promise<void>;
  /** Connections at work now, and calls that wait for one; of SQLite, its one writer. */
  readonly connections: { readonly inUse: number; readonly waiting: number };
}
