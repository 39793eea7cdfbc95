/** Creates what answers and API keys are kept in, and the indexes that reports read by time. */
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

const INDEXES_BY_TIME = [
  { table: 'decision_log', name: 'idx_decision_log_decided_at', columnNames: ['decided_at', 'id'] },
  {
    table: 'crossing',
    name: 'idx_crossing_crossed_at',
    columnNames: ['crossed_at', 'account_id', 'metric', 'threshold', 'period'],
  },
] as const;

/** Running it again after it broke off half-way creates what is still missing. */
export class Responses1767312000000 implements MigrationInterface {
  readonly name = 'Responses1767312000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const table of tables(dialectOf(runner))) await runner.createTable(table, true);
    for (const { table, name, columnNames } of INDEXES_BY_TIME) {
      if (await hasIndex(runner, table, name)) continue;
      await runner.createIndex(table, new TableIndex({ name, columnNames: [...columnNames] }));
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const { table, name } of INDEXES_BY_TIME)
      if (await hasIndex(runner, table, name)) await runner.dropIndex(table, name);
    for (const table of tables(dialectOf(runner)).reverse()) await runner.dropTable(table, true);
  }
}

async function hasIndex(runner: QueryRunner, table: string, name: string): Promise<boolean> {
  const found = await runner.getTable(table);
  return found?.indices.some((index) => index.name === name) ?? false;
}

function tables(dialect: Dialect): Table[] {
  return [accountHistory(dialect), responseEntry(dialect), idempotencyKey(dialect), apiKey(dialect)];
}

function accountHistory(dialect: Dialect): Table {
  return new Table({
    name: 'account_history',
    columns: [
      { name: 'account_id', ...keyType(dialect), isPrimary: true },
      { name: 'version', type: 'integer' },
      { name: 'history', ...longTextType(dialect) },
    ],
    foreignKeys: [
      {
        name: 'fk_account_history_account',
        columnNames: ['account_id'],
        referencedTableName: 'account',
        referencedColumnNames: ['id'],
        onDelete: 'CASCADE',
        onUpdate: 'RESTRICT',
      },
    ],
  });
}

function responseEntry(dialect: Dialect): Table {
  const key = keyType(dialect);
  const text = longTextType(dialect);
  const time = timeType(dialect);
  return new Table({
    name: 'response_entry',
    columns: [
      { name: 'id', ...key, isPrimary: true },
      { name: 'account_id', ...key },
      { name: 'user_id', ...text, isNullable: true },
      { name: 'kind', ...key },
      { name: 'prompt_id', ...key, isNullable: true },
      { name: 'subject', ...key },
      { name: 'at', ...time },
      { name: 'rule_key', ...key, isNullable: true },
      { name: 'signal_name', ...key, isNullable: true },
      { name: 'treatment', ...key, isNullable: true },
      { name: 'release_number', type: 'integer', isNullable: true },
      { name: 'surface', ...key },
      { name: 'conversation_id', ...text, isNullable: true },
      { name: 'segment', ...key, isNullable: true },
      { name: 'reason', ...key, isNullable: true },
      { name: 'comment', ...text, isNullable: true },
      { name: 'silent_until', ...time, isNullable: true },
      { name: 'crossed_at', ...time, isNullable: true },
      { name: 'opens_prompt', type: 'integer' },
      { name: 'business_key', ...key, isNullable: true },
    ],
    indices: responseEntryIndexes(),
  });
}

function responseEntryIndexes() {
  return [
    {
      name: 'uq_response_entry_business_key',
      columnNames: ['account_id', 'business_key'],
      isUnique: true,
    },
    { name: 'idx_response_entry_at', columnNames: ['at', 'id'] },
    { name: 'idx_response_entry_account_at', columnNames: ['account_id', 'at'] },
  ];
}

function idempotencyKey(dialect: Dialect): Table {
  return new Table({
    name: 'idempotency_key',
    columns: [
      { name: 'caller_id', ...keyType(dialect), isPrimary: true },
      { name: 'idempotency_key', ...keyType(dialect, MAX_IDEMPOTENCY_KEY_BYTES), isPrimary: true },
      { name: 'account_id', ...keyType(dialect) },
      { name: 'body_hash', ...hashType(dialect) },
      { name: 'answer', ...longTextType(dialect) },
      { name: 'recorded_at', ...timeType(dialect) },
    ],
    indices: [{ name: 'idx_idempotency_key_recorded_at', columnNames: ['recorded_at'] }],
  });
}

function apiKey(dialect: Dialect): Table {
  return new Table({
    name: 'api_key',
    columns: [
      { name: 'id', ...keyType(dialect), isPrimary: true },
      { name: 'name', ...longTextType(dialect) },
      { name: 'digest', ...hashType(dialect) },
      { name: 'prefix', ...keyType(dialect) },
      { name: 'scopes', ...longTextType(dialect) },
      { name: 'created_at', ...timeType(dialect) },
      { name: 'expires_at', ...timeType(dialect), isNullable: true },
      { name: 'revoked_at', ...timeType(dialect), isNullable: true },
    ],
    indices: [{ name: 'uq_api_key_digest', columnNames: ['digest'], isUnique: true }],
  });
}
