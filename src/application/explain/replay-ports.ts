/** Lists what making a logged decision again needs of the world. */
import type { AccountSnapshot } from '../../domain/accounts/account-snapshot';
import type { CompiledRelease } from '../../domain/decisions/compiled-release';
import type { DecisionLogEntry } from '../ports';

/** Reads the decision log, and the accounts as they were when its lines were written. */
export interface LoggedDecisionReader {
  /** null when there is no such line. */
  find(id: string): Promise<DecisionLogEntry | null>;
  /** The account at a version: as it is where that is its version still, else as it was kept; null when it was not. */
  snapshotAt(accountId: string, version: number): Promise<AccountSnapshot | null>;
}

/** Reads only. */
export interface ReplayPorts {
  readonly logged: LoggedDecisionReader;
  /** A release made ready; null when there is none of that number. */
  readonly release: (number: number) => Promise<CompiledRelease | null>;
}
