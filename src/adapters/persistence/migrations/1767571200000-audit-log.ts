/** Creates the audit log and its head. */
import { type MigrationInterface, type QueryRunner, Table } from 'typeorm';
import { EMPTY_LOG, UNSEALED } from '../../../domain/audit/audit-chain';
import { type Dialect, hashType, keyType, longTextType, timeType } from '../column-types';
import { dialectOf } from '../dialect-of';

const HEAD = 'head';

/** Running it again after it broke off half-way creates what is still missing. */
export class AuditLog1767571200000 implements MigrationInterface {
  readonly name = 'AuditLog1767571200000';

  async up(runner: QueryRunner): Promise<void> {
    for (const table of tables(dialectOf(runner))) await runner.createTable(table, true);
    const heads = (await runner.query('SELECT id FROM audit_head')) as readonly unknown[];
    if (heads.length > 0) return;
    const insert = 'INSERT INTO audit_head (id, length, hash, seal) VALUES (?, ?, ?, ?)';
    await runner.query(insert, [HEAD, EMPTY_LOG.length, EMPTY_LOG.hash, UNSEALED]);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of tables(dialectOf(runner))) await runner.dropTable(table, true);
  }
}

function tables(dialect: Dialect): readonly Table[] {
  const key = keyType(dialect);
  const hash = hashType(dialect);
  const text = longTextType(dialect);
  const entry = [
    { name: 'position', type: 'integer', isPrimary: true },
    { name: 'at', ...timeType(dialect) },
    { name: 'actor_id', ...text },
    { name: 'actor_name', ...text },
    { name: 'action', ...key },
    { name: 'subject', ...text },
    { name: 'reason', ...text, isNullable: true },
    { name: 'before_text', ...text, isNullable: true },
    { name: 'after_text', ...text, isNullable: true },
    { name: 'previous_hash', ...hash },
    { name: 'hash', ...hash },
  ];
  const head = [
    { name: 'id', ...key, isPrimary: true },
    { name: 'length', type: 'integer' },
    { name: 'hash', ...hash },
    { name: 'seal', ...text },
  ];
  return [
    new Table({ name: 'audit_entry', columns: entry }),
    new Table({ name: 'audit_head', columns: head }),
  ];
}
