/** Says what a fault run is: something is broken on purpose under load, and the ledger compared with the database afterwards. */

/** What the run is on. */
export type DatabaseKind = 'SQLite' | 'MariaDB';

/** How long to go on. */
export interface FaultOptions {
  /** How often the fault is made; 1 or more. */
  readonly tries: number;
  /** How long a run takes that is long instead of frequent, in minutes; each has a default of its own. */
  readonly minutes?: number;
  /** Whether promised times are judged too: only where the machine does nothing else. Default: no. */
  readonly timed?: boolean;
}

/** What came of it. `lost`, `doubled` and `halfDone` must be 0. */
export interface FaultOutcome {
  readonly tries: number;
  /** Answers that the client was told are recorded. */
  readonly acknowledged: number;
  /** Acknowledged, and not in the database. */
  readonly lost: number;
  /** More than once in the database, or answered differently the second time. */
  readonly doubled: number;
  /** In one table and not in the other. */
  readonly halfDone: number;
  /** Longest time without an acknowledgement, in milliseconds; null where no load runs beside the fault. */
  readonly gapMs: number | null;
  /** What else was measured, in words. */
  readonly note?: string;
}

/** Why a run can't be made on this machine, in words. */
export interface SkippedFault {
  readonly skipped: string;
}

/** One row of the fault table. A run that finds a promise broken which the columns don't show throws. */
export interface Fault {
  readonly name: string;
  readonly database: DatabaseKind;
  /** Leaves nothing running and nothing on disk. */
  run(options: FaultOptions): Promise<FaultOutcome | SkippedFault>;
}
