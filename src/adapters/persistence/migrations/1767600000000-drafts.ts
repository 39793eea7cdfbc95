/** Creates what keeps pending changes of documents, and the one row that their changes lock. */
import { type MigrationInterface, type QueryRunner, Table } from 'typeorm';
import { type Dialect, hashType, keyType, longTextType, timeType } from '../column-types';
import { dialectOf } from '../dialect-of';

const FIRST =
  'INSERT INTO workspace (id, revision, state) SELECT 1, 0, ? WHERE NOT EXISTS (SELECT 1 FROM workspace)';

/** Running it again after it broke off half-way adds what is still missing. */
export class Drafts1767600000000 implements MigrationInterface {
  readonly name = 'Drafts1767600000000';

  async up(runner: QueryRunner): Promise<void> {
    const dialect = dialectOf(runner);
    await runner.createTable(draftDocument(dialect), true);
    await runner.createTable(workspace(dialect), true);
    await runner.query(FIRST, ['{}']);
  }

  async down(runner: QueryRunner): Promise<void> {
    const dialect = dialectOf(runner);
    await runner.dropTable(workspace(dialect), true);
    await runner.dropTable(draftDocument(dialect), true);
  }
}

function draftDocument(dialect: Dialect): Table {
  return new Table({
    name: 'draft_document',
    columns: [
      { name: 'kind', ...keyType(dialect), isPrimary: true },
      { name: 'document_key', ...keyType(dialect), isPrimary: true },
      { name: 'version', type: 'integer' },
      { name: 'pending', type: 'integer' },
      { name: 'canonical_text', ...longTextType(dialect), isNullable: true },
      { name: 'hash', ...hashType(dialect), isNullable: true },
      { name: 'base_hash', ...hashType(dialect), isNullable: true },
      { name: 'saved_by', ...longTextType(dialect), isNullable: true },
      { name: 'saved_at', ...timeType(dialect), isNullable: true },
    ],
    indices: [{ name: 'idx_draft_document_pending', columnNames: ['pending'] }],
  });
}

function workspace(dialect: Dialect): Table {
  return new Table({
    name: 'workspace',
    columns: [
      { name: 'id', type: 'integer', isPrimary: true },
      { name: 'revision', type: 'integer' },
      { name: 'state', ...longTextType(dialect) },
    ],
  });
}
