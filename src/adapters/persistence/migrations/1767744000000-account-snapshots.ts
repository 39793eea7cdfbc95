/** Creates what keeps accounts as logged decisions read them. */
import { type MigrationInterface, type QueryRunner, Table } from 'typeorm';
import { type Dialect, keyType, longTextType } from '../column-types';
import { dialectOf } from '../dialect-of';

/** Running it again after it broke off half-way adds what is still missing. */
export class AccountSnapshots1767744000000 implements MigrationInterface {
  readonly name = 'AccountSnapshots1767744000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(accountSnapshot(dialectOf(runner)), true);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable(accountSnapshot(dialectOf(runner)), true);
  }
}

function accountSnapshot(dialect: Dialect): Table {
  return new Table({
    name: 'account_snapshot',
    columns: [
      { name: 'account_id', ...keyType(dialect), isPrimary: true },
      { name: 'version', type: 'integer', isPrimary: true },
      { name: 'profile', ...longTextType(dialect) },
      { name: 'usage_matrix', ...longTextType(dialect) },
      { name: 'activity', ...longTextType(dialect) },
    ],
    foreignKeys: [
      {
        name: 'fk_account_snapshot_account',
        columnNames: ['account_id'],
        referencedTableName: 'account',
        referencedColumnNames: ['id'],
        onDelete: 'CASCADE',
        onUpdate: 'RESTRICT',
      },
    ],
  });
}
