/** The table of simulations: what was asked, how far it is and what was added up, each in one row. */
import { EntitySchema } from 'typeorm';
import {
  hashType,
  keyType,
  longTextType,
  MAX_IDEMPOTENCY_KEY_BYTES,
  timeType,
  type Dialect,
} from '../column-types';
import type { StoredKey } from '../key-text';

/** `terms` and `tally` are JSON. */
export interface SimulationRow {
  readonly id: StoredKey;
  readonly status: StoredKey;
  readonly audience: StoredKey | null;
  readonly sample: number;
  readonly clock: string;
  readonly release_number: number;
  readonly total: number;
  readonly processed: number;
  readonly after_account: StoredKey | null;
  readonly terms: string;
  readonly tally: string;
  readonly started_at: string;
  readonly finished_at: string | null;
}

/** Who holds the lease may write; without a lease the simulation is anybody's to take. */
export function simulationTable(dialect: Dialect): EntitySchema {
  return new EntitySchema({
    name: 'simulation',
    columns: {
      id: { ...keyType(dialect), primary: true },
      caller_id: keyType(dialect),
      idempotency_key: keyType(dialect, MAX_IDEMPOTENCY_KEY_BYTES),
      body_hash: hashType(dialect),
      status: keyType(dialect),
      lease_holder: { ...keyType(dialect), nullable: true },
      lease_until: { ...timeType(dialect), nullable: true },
      audience: { ...keyType(dialect), nullable: true },
      sample: { type: 'integer' },
      clock: timeType(dialect),
      release_number: { type: 'integer' },
      total: { type: 'integer' },
      processed: { type: 'integer' },
      after_account: { ...keyType(dialect), nullable: true },
      terms: longTextType(dialect),
      tally: longTextType(dialect),
      started_at: timeType(dialect),
      finished_at: { ...timeType(dialect), nullable: true },
    },
    indices: [
      { name: 'uq_simulation_call', columns: ['caller_id', 'idempotency_key'], unique: true },
      { name: 'idx_simulation_status', columns: ['status', 'id'] },
    ],
  });
}
