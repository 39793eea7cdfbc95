/** Keeps simulations: every change of one is a single UPDATE that only who may make it can make. */
import type {
  Lease,
  NewSimulation,
  SimulationEnd,
  SimulationInput,
  SimulationProgress,
  SimulationState,
  SimulationStore,
  StoredCall,
} from '../../application/simulate/simulate-ports';
import type { Timestamp } from '../../domain/accounts/account';
import { EMPTY_TALLY } from '../../domain/simulations/simulation-tally';
import { MAX_IDEMPOTENCY_KEY_BYTES } from './column-types';
import { keyText, storableKey, storableKeyOrNull, type StoredKey } from './key-text';
import { insertRows } from './multi-row';
import { simulationOf, STATE_COLUMNS } from './simulation-rows';
import type { SqlDatabase, SqlReader, SqlSession, SqlValue } from './sql-database';
import { toSqlTime } from './sql-time';
import type { SimulationInputRow } from './tables/simulation-input-table';
import type { SimulationRow } from './tables/simulation-table';

const SELECT_STATE = `SELECT ${STATE_COLUMNS} FROM simulation WHERE id = ?`;
const SELECT_INPUT = 'SELECT input FROM simulation_input WHERE simulation_id = ?';
const SELECT_CALL = 'SELECT id, body_hash FROM simulation WHERE caller_id = ? AND idempotency_key = ?';
const OPEN = "status IN ('QUEUED', 'RUNNING')";
const FREE = `${OPEN} AND (lease_until IS NULL OR lease_until < ?)`;
const SELECT_FREE = `SELECT id FROM simulation WHERE ${FREE} ORDER BY id LIMIT 1`;
const HELD = "id = ? AND lease_holder = ? AND status = 'RUNNING'";
const PROGRESS = 'processed = ?, after_account = ?, tally = ?';
const NO_LEASE = 'lease_holder = NULL, lease_until = NULL';

const COLUMNS = [
  ...['id', 'caller_id', 'idempotency_key', 'body_hash', 'status', 'audience', 'sample', 'clock'],
  ...['release_number', 'total', 'processed', 'terms', 'tally', 'started_at'],
];

/** Nothing is cached here. */
export class SqlSimulationStore implements SimulationStore {
  constructor(private readonly database: SqlDatabase) {}

  earlier(call: Pick<NewSimulation, 'callerId' | 'idempotencyKey' | 'bodyHash'>): Promise<StoredCall | null> {
    return earlierCall(this.database, call);
  }

  begin(simulation: NewSimulation): Promise<StoredCall> {
    return this.database.recognisingTransaction(async (session) => {
      const earlier = await earlierCall(session, simulation);
      if (earlier !== null) return earlier;
      await insert(session, simulation);
      return { kind: 'begun', id: simulation.id };
    });
  }

  async find(id: string): Promise<SimulationState | null> {
    const [row] = await this.database.all<SimulationRow>(SELECT_STATE, [id]);
    return row === undefined ? null : simulationOf(row);
  }

  async input(id: string): Promise<SimulationInput | null> {
    const [row] = await this.database.all<SimulationInputRow>(SELECT_INPUT, [id]);
    return row === undefined ? null : (JSON.parse(row.input) as SimulationInput);
  }

  cancel(id: string, at: Timestamp): Promise<boolean> {
    const sql = `UPDATE simulation SET status = 'CANCELLED', finished_at = ?, ${NO_LEASE} WHERE id = ? AND ${OPEN}`;
    return this.change(sql, [toSqlTime(at), id]);
  }

  /** One look outside a transaction: mostly there is nothing, and nobody should wait for a lock to find that out. */
  async claim(holder: string, now: Timestamp, until: Timestamp): Promise<Lease | null> {
    const [row] = await this.database.all<{ id: StoredKey }>(SELECT_FREE, [toSqlTime(now)]);
    if (row === undefined) return null;
    const id = keyText(row.id);
    const sql = `UPDATE simulation SET status = 'RUNNING', lease_holder = ?, lease_until = ? WHERE id = ? AND ${FREE}`;
    const taken = await this.change(sql, [holder, toSqlTime(until), id, toSqlTime(now)]);
    return taken ? { id, holder } : null;
  }

  /** What a power cut takes of it is counted again: the place and the sums go back together. */
  async advance(lease: Lease, progress: SimulationProgress, until: Timestamp): Promise<boolean> {
    const sql = `UPDATE simulation SET ${PROGRESS}, lease_until = ? WHERE ${HELD}`;
    const values = [...progressValues(progress), toSqlTime(until), ...leaseValues(lease)];
    return this.database.unpromisedTransaction(async (session) => (await session.run(sql, values)) === 1);
  }

  finish(lease: Lease, progress: SimulationProgress, { status, at }: SimulationEnd): Promise<boolean> {
    const sql = `UPDATE simulation SET ${PROGRESS}, status = ?, finished_at = ?, ${NO_LEASE} WHERE ${HELD}`;
    return this.change(sql, [...progressValues(progress), status, toSqlTime(at), ...leaseValues(lease)]);
  }

  fail(lease: Lease, at: Timestamp): Promise<boolean> {
    const sql = `UPDATE simulation SET status = 'FAILED', finished_at = ?, ${NO_LEASE} WHERE ${HELD}`;
    return this.change(sql, [toSqlTime(at), ...leaseValues(lease)]);
  }

  giveBack(lease: Lease, progress: SimulationProgress): Promise<boolean> {
    const sql = `UPDATE simulation SET ${PROGRESS}, status = 'QUEUED', ${NO_LEASE} WHERE ${HELD}`;
    return this.change(sql, [...progressValues(progress), ...leaseValues(lease)]);
  }

  private change(sql: string, values: readonly SqlValue[]): Promise<boolean> {
    return this.database.transaction(async (session) => (await session.run(sql, values)) === 1);
  }
}

async function earlierCall(
  reader: SqlReader,
  { callerId, idempotencyKey, bodyHash }: Pick<NewSimulation, 'callerId' | 'idempotencyKey' | 'bodyHash'>,
): Promise<StoredCall | null> {
  const [row] = await reader.all<{ id: StoredKey; body_hash: StoredKey }>(SELECT_CALL, [
    callerId,
    idempotencyKey,
  ]);
  if (row === undefined) return null;
  return keyText(row.body_hash) === bodyHash
    ? { kind: 'repeated', id: keyText(row.id) }
    : { kind: 'conflict' };
}

async function insert(session: SqlSession, simulation: NewSimulation): Promise<void> {
  const { id, callerId, idempotencyKey, bodyHash, order, release, total, terms, startedAt, input } =
    simulation;
  const row = [
    ...[storableKey(id), storableKey(callerId), storableKey(idempotencyKey, MAX_IDEMPOTENCY_KEY_BYTES)],
    ...[bodyHash, 'QUEUED', storableKeyOrNull(order.audience), order.sample, toSqlTime(order.at)],
    ...[release, total, 0, JSON.stringify(terms), JSON.stringify(EMPTY_TALLY), toSqlTime(startedAt)],
  ];
  await insertRows(session, 'simulation', COLUMNS, [row]);
  const inputRow = [id, JSON.stringify(input)];
  await insertRows(session, 'simulation_input', ['simulation_id', 'input'], [inputRow]);
}

function progressValues({ processed, after, tally }: SimulationProgress): readonly SqlValue[] {
  return [processed, after, JSON.stringify(tally)];
}

function leaseValues({ id, holder }: Lease): readonly SqlValue[] {
  return [id, holder];
}
