/** Creates the tables of simulations. */
import { type MigrationInterface, type QueryRunner, Table, TableIndex } from 'typeorm';
import {
  type Dialect,
  hashType,
  keyType,
  longTextType,
  MAX_IDEMPOTENCY_KEY_BYTES,
  timeType,
} from '../column-types';
import { dialectOf } from '../dialect-of';

/** Running it again after it broke off half-way creates what is still missing. */
export class Simulations1767657600000 implements MigrationInterface {
  readonly name = 'Simulations1767657600000';

  async up(runner: QueryRunner): Promise<void> {
    for (const table of tables(dialectOf(runner))) await runner.createTable(table, true);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of tables(dialectOf(runner)).reverse()) await runner.dropTable(table, true);
  }
}

function tables(dialect: Dialect): Table[] {
  return [simulation(dialect), simulationInput(dialect)];
}

function simulation(dialect: Dialect): Table {
  return new Table({
    name: 'simulation',
    columns: [
      { name: 'id', ...keyType(dialect), isPrimary: true },
      { name: 'caller_id', ...keyType(dialect) },
      { name: 'idempotency_key', ...keyType(dialect, MAX_IDEMPOTENCY_KEY_BYTES) },
      { name: 'body_hash', ...hashType(dialect) },
      { name: 'status', ...keyType(dialect) },
      { name: 'lease_holder', ...keyType(dialect), isNullable: true },
      { name: 'lease_until', ...timeType(dialect), isNullable: true },
      { name: 'audience', ...keyType(dialect), isNullable: true },
      { name: 'sample', type: 'integer' },
      { name: 'clock', ...timeType(dialect) },
      { name: 'release_number', type: 'integer' },
      { name: 'total', type: 'integer' },
      { name: 'processed', type: 'integer' },
      { name: 'after_account', ...keyType(dialect), isNullable: true },
      { name: 'terms', ...longTextType(dialect) },
      { name: 'tally', ...longTextType(dialect) },
      { name: 'started_at', ...timeType(dialect) },
      { name: 'finished_at', ...timeType(dialect), isNullable: true },
    ],
    indices: [
      new TableIndex({
        name: 'uq_simulation_call',
        columnNames: ['caller_id', 'idempotency_key'],
        isUnique: true,
      }),
      new TableIndex({ name: 'idx_simulation_status', columnNames: ['status', 'id'] }),
    ],
  });
}

function simulationInput(dialect: Dialect): Table {
  return new Table({
    name: 'simulation_input',
    columns: [
      { name: 'simulation_id', ...keyType(dialect), isPrimary: true },
      { name: 'input', ...longTextType(dialect) },
    ],
  });
}
