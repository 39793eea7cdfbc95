/** The contracts between simulations and the world. */
import type { Timestamp } from '../../domain/accounts/account';
import type { BrokenRule, Quarantined } from '../../domain/decisions/compiled-release';
import type { DocumentKind } from '../../domain/documents/document-kind';
import type { FigureTerms } from '../../domain/simulations/simulation-figures';
import type { TallyRecord } from '../../domain/simulations/simulation-tally';
import type { StoredSubject } from '../decide/subject';

/** Where a job stands: waiting for a replica that has room, at work, or ended in one of three ways. */
export const JOB_STATUSES = ['QUEUED', 'RUNNING', 'DONE', 'CANCELLED', 'FAILED'] as const;
export type JobStatus = (typeof JOB_STATUSES)[number];

/** What is simulated. */
export interface SimulationOrder {
  /** Key of an audience of the release in force; null: every account. */
  readonly audience: string | null;
  /** How many changed accounts are named, 0 to 100. */
  readonly sample: number;
  /** The clock of both sides. */
  readonly at: Timestamp;
}

/** A document of a pinned draft. */
export interface PinnedDocument {
  readonly kind: DocumentKind;
  readonly key: string;
  /** Canonical; null: as the release in force had it, which never changes. */
  readonly text: string | null;
}

/** The draft as it was when the simulation was started: enough to make it ready for decisions again and be the same. */
export interface PinnedDraft {
  readonly number: number;
  readonly hash: string;
  readonly documents: readonly PinnedDocument[];
  readonly quarantined: readonly Quarantined[];
  readonly brokenRules: readonly BrokenRule[];
}

/** Everything that decides beside the accounts and the release in force, pinned. */
export interface SimulationInput {
  readonly draft: PinnedDraft;
  /** What people had taken on in the month of the clock, by owner and by offer. */
  readonly handoffs: {
    readonly byOwner: readonly (readonly [string, number])[];
    readonly byOffer: readonly (readonly [string, number])[];
  };
}

/** How far a simulation is; written whole, so that who takes it over counts no account twice and leaves none out. */
export interface SimulationProgress {
  /** Id of the last account that was looked at; null before the first. */
  readonly after: string | null;
  /** Accounts that were looked at, with an audience those outside it as well. */
  readonly processed: number;
  readonly tally: TallyRecord;
}

/** A simulation as it is read. */
export interface SimulationState extends SimulationProgress {
  readonly id: string;
  readonly status: JobStatus;
  readonly order: SimulationOrder;
  /** Number of the release in force that the draft is held against. */
  readonly release: number;
  /** Accounts there were when it was started. */
  readonly total: number;
  readonly startedAt: Timestamp;
  /** null until it has ended. */
  readonly finishedAt: Timestamp | null;
  readonly terms: FigureTerms;
}

/** A simulation about to be stored. */
export interface NewSimulation extends Pick<
  SimulationState,
  'id' | 'order' | 'release' | 'total' | 'startedAt' | 'terms'
> {
  readonly callerId: string;
  readonly idempotencyKey: string;
  /** SHA-256 of the input without the idempotency key. */
  readonly bodyHash: string;
  readonly input: SimulationInput;
}

/** `repeated`: the same call came before, and this is its simulation. `conflict`: the key was used for another body. */
export type StoredCall =
  { readonly kind: 'begun' | 'repeated'; readonly id: string } | { readonly kind: 'conflict' };

/** A hold on a simulation: whoever has it is the only one to count, until it runs out. */
export interface Lease {
  readonly id: string;
  /** Names one run; never used for another. */
  readonly holder: string;
}

/** How a run ends for good. */
export interface SimulationEnd {
  readonly status: 'DONE' | 'FAILED';
  readonly at: Timestamp;
}

/** Keeps simulations, each state in one row. Every change but `begin` is a compare-and-set that says whether it took place. */
export interface SimulationStore {
  /** What became of a caller's key before; null: nothing. */
  earlier(call: Pick<NewSimulation, 'callerId' | 'idempotencyKey' | 'bodyHash'>): Promise<StoredCall | null>;
  /** Stores it as QUEUED unless the key was used before; of two at once one is `repeated`. */
  begin(simulation: NewSimulation): Promise<StoredCall>;
  find(id: string): Promise<SimulationState | null>;
  /** What a run needs beside the state; null when there is no such simulation. */
  input(id: string): Promise<SimulationInput | null>;
  /** Ends one that has not ended. */
  cancel(id: string, at: Timestamp): Promise<boolean>;
  /** Takes the oldest that waits, or whose holder let its lease run out, until `until`; null when there is none to have. */
  claim(holder: string, now: Timestamp, until: Timestamp): Promise<Lease | null>;
  /** Writes progress and holds on until `until`. False: it was cancelled, or somebody else has it: stop at once. */
  advance(lease: Lease, progress: SimulationProgress, until: Timestamp): Promise<boolean>;
  /** The last progress and the end. */
  finish(lease: Lease, progress: SimulationProgress, end: SimulationEnd): Promise<boolean>;
  /** The end of one that cannot go on, as far as it came. */
  fail(lease: Lease, at: Timestamp): Promise<boolean>;
  /** Lets another run go on where this one is. */
  giveBack(lease: Lease, progress: SimulationProgress): Promise<boolean>;
}

/** An account with everything that a decision reads of it, as it is stored. */
export interface ScannedSubject extends StoredSubject {
  readonly id: string;
}

/** Reads all accounts for decisions. */
export interface SubjectScan {
  /** At most `limit` accounts after an id (null: from the first), in ascending byte order of their ids. One prepared read. */
  page(after: string | null, limit: number): Promise<readonly ScannedSubject[]>;
}
