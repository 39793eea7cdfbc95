/** Reads stored simulations back. */
import type { JobStatus, SimulationState } from '../../application/simulate/simulate-ports';
import type { FigureTerms } from '../../domain/simulations/simulation-figures';
import type { TallyRecord } from '../../domain/simulations/simulation-tally';
import { keyText, type StoredKey } from './key-text';
import { fromSqlTime, fromSqlTimeOrNull } from './sql-time';
import type { SimulationRow } from './tables/simulation-table';

/** What a state is made of; what it decides by lies in a table of its own. */
export const STATE_COLUMNS =
  'id, status, audience, sample, clock, release_number, total, processed, after_account, terms, tally, started_at, finished_at';

/** Member by member; JSON is the domain type, whole. */
export function simulationOf(row: SimulationRow): SimulationState {
  return {
    id: keyText(row.id),
    status: keyText(row.status) as JobStatus,
    order: { audience: textOrNull(row.audience), sample: row.sample, at: fromSqlTime(row.clock) },
    release: row.release_number,
    total: row.total,
    processed: row.processed,
    after: textOrNull(row.after_account),
    terms: JSON.parse(row.terms) as FigureTerms,
    tally: JSON.parse(row.tally) as TallyRecord,
    startedAt: fromSqlTime(row.started_at),
    finishedAt: fromSqlTimeOrNull(row.finished_at),
  };
}

function textOrNull(stored: StoredKey | null): string | null {
  return stored === null ? null : keyText(stored);
}
