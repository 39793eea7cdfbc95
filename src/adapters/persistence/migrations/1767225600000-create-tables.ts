/** Creates every table of the first version, on SQLite and MySQL alike. */
import { type MigrationInterface, type QueryRunner, Table, type TableColumnOptions } from 'typeorm';
import { type Dialect, hashType, keyType, longTextType, timeType } from '../column-types';
import { dialectOf } from '../dialect-of';

const ACCOUNT_ID = ['account_id'];

/** Running it again after it broke off half-way creates what is still missing. */
export class CreateTables1767225600000 implements MigrationInterface {
  readonly name = 'CreateTables1767225600000';

  async up(runner: QueryRunner): Promise<void> {
    for (const table of tables(dialectOf(runner))) await runner.createTable(table, true);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of tables(dialectOf(runner)).reverse()) await runner.dropTable(table, true);
  }
}

function tables(dialect: Dialect): Table[] {
  return [...accountTables(dialect), ...releaseTables(dialect), decisionLog(dialect)];
}

function accountTables(dialect: Dialect): Table[] {
  return [
    account(dialect),
    metricLedger(dialect),
    usageEvent(dialect),
    accountEvent(dialect),
    crossing(dialect),
  ];
}

function releaseTables(dialect: Dialect): Table[] {
  return [document(dialect), publishedRelease(dialect), releaseDocument(dialect)];
}

function account(dialect: Dialect): Table {
  const key = keyType(dialect);
  return new Table({
    name: 'account',
    columns: [
      { name: 'id', ...key, isPrimary: true },
      { name: 'version', type: 'integer' },
      { name: 'status', ...key },
      { name: 'plan', ...key, isNullable: true },
      { name: 'segment', ...key, isNullable: true },
      { name: 'profile', ...longTextType(dialect) },
      { name: 'usage_matrix', ...longTextType(dialect) },
      { name: 'activity', ...longTextType(dialect) },
    ],
    indices: [
      { name: 'idx_account_status', columnNames: ['status', 'id'] },
      { name: 'idx_account_plan', columnNames: ['plan', 'id'] },
      { name: 'idx_account_segment', columnNames: ['segment', 'id'] },
    ],
  });
}

function metricLedger(dialect: Dialect): Table {
  return new Table({
    name: 'metric_ledger',
    columns: [
      { name: 'account_id', ...keyType(dialect), isPrimary: true },
      { name: 'metric', ...keyType(dialect), isPrimary: true },
      { name: 'ledger', ...longTextType(dialect) },
    ],
    foreignKeys: [accountKey('fk_metric_ledger_account')],
  });
}

function usageEvent(dialect: Dialect): Table {
  return new Table({
    name: 'usage_event',
    columns: [
      ...eventColumns(dialect),
      { name: 'metric', ...keyType(dialect) },
      { name: 'value', type: 'double' },
      { name: 'kind', ...keyType(dialect) },
    ],
    indices: [
      { name: 'idx_usage_event_account_metric_at', columnNames: ['account_id', 'metric', 'at', 'id'] },
    ],
    foreignKeys: [accountKey('fk_usage_event_account')],
  });
}

function accountEvent(dialect: Dialect): Table {
  return new Table({
    name: 'account_event',
    columns: [
      ...eventColumns(dialect),
      { name: 'type', ...keyType(dialect) },
      { name: 'data', ...longTextType(dialect) },
    ],
    indices: [{ name: 'idx_account_event_account_at', columnNames: ['account_id', 'at'] }],
    foreignKeys: [accountKey('fk_account_event_account')],
  });
}

function eventColumns(dialect: Dialect): TableColumnOptions[] {
  return [
    { name: 'id', ...keyType(dialect), isPrimary: true },
    { name: 'account_id', ...keyType(dialect) },
    { name: 'at', ...timeType(dialect) },
  ];
}

function crossing(dialect: Dialect): Table {
  const primary = { ...keyType(dialect), isPrimary: true };
  return new Table({
    name: 'crossing',
    columns: [
      { name: 'account_id', ...primary },
      { name: 'metric', ...primary },
      { name: 'threshold', ...primary },
      { name: 'period', ...primary },
      { name: 'crossed_at', ...timeType(dialect) },
      { name: 'recorded_at', ...timeType(dialect) },
    ],
    foreignKeys: [accountKey('fk_crossing_account')],
  });
}

function accountKey(name: string) {
  return {
    name,
    columnNames: ACCOUNT_ID,
    referencedTableName: 'account',
    referencedColumnNames: ['id'],
    onDelete: 'CASCADE',
    onUpdate: 'RESTRICT',
  };
}

function document(dialect: Dialect): Table {
  return new Table({
    name: 'document',
    columns: [
      { name: 'hash', ...hashType(dialect), isPrimary: true },
      { name: 'canonical_text', ...longTextType(dialect) },
    ],
  });
}

function publishedRelease(dialect: Dialect): Table {
  return new Table({
    name: 'published_release',
    columns: [
      { name: 'number', type: 'integer', isPrimary: true },
      { name: 'hash', ...hashType(dialect) },
      { name: 'message', ...longTextType(dialect) },
      { name: 'published_by', ...longTextType(dialect) },
      { name: 'published_at', ...timeType(dialect) },
    ],
  });
}

function releaseDocument(dialect: Dialect): Table {
  return new Table({
    name: 'release_document',
    columns: [
      { name: 'release_number', type: 'integer', isPrimary: true },
      { name: 'position', type: 'integer', isPrimary: true },
      { name: 'kind', ...keyType(dialect) },
      { name: 'document_key', ...keyType(dialect) },
      { name: 'hash', ...hashType(dialect) },
    ],
    indices: [
      {
        name: 'uq_release_document_key',
        columnNames: ['release_number', 'kind', 'document_key'],
        isUnique: true,
      },
      { name: 'idx_release_document_hash', columnNames: ['hash'] },
    ],
    foreignKeys: [
      restricted('fk_release_document_release', 'release_number', 'published_release', 'number'),
      restricted('fk_release_document_document', 'hash', 'document', 'hash'),
    ],
  });
}

function restricted(name: string, column: string, table: string, referenced: string) {
  return {
    name,
    columnNames: [column],
    referencedTableName: table,
    referencedColumnNames: [referenced],
    onDelete: 'RESTRICT',
    onUpdate: 'RESTRICT',
  };
}

function decisionLog(dialect: Dialect): Table {
  return new Table({
    name: 'decision_log',
    columns: [
      { name: 'id', ...keyType(dialect), isPrimary: true },
      { name: 'account_id', ...keyType(dialect) },
      { name: 'user_id', ...longTextType(dialect), isNullable: true },
      { name: 'release_number', type: 'integer' },
      { name: 'decided_at', ...timeType(dialect) },
      { name: 'surface', ...keyType(dialect) },
      { name: 'motion', ...keyType(dialect) },
      { name: 'account_version', type: 'integer' },
      { name: 'payload', ...longTextType(dialect) },
    ],
    indices: [{ name: 'idx_decision_log_account_decided_at', columnNames: ['account_id', 'decided_at'] }],
  });
}
