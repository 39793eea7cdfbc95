/** Adds to what was shown its price, and whether it was the last impression that may go unanswered. */
import { type MigrationInterface, type QueryRunner, TableColumn } from 'typeorm';
import { keyType } from '../column-types';
import { dialectOf } from '../dialect-of';

const TABLE = 'response_entry';

/** Running it again after it broke off half-way adds what is still missing. */
export class EntryPrice1767484800000 implements MigrationInterface {
  readonly name = 'EntryPrice1767484800000';

  async up(runner: QueryRunner): Promise<void> {
    const columns = [
      new TableColumn({ name: 'exhausts', type: 'integer', isNullable: true }),
      new TableColumn({ name: 'price', ...keyType(dialectOf(runner)), isNullable: true }),
    ];
    for (const column of columns)
      if (!(await runner.hasColumn(TABLE, column.name))) await runner.addColumn(TABLE, column);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of ['price', 'exhausts'])
      if (await runner.hasColumn(TABLE, name)) await runner.dropColumn(TABLE, name);
  }
}
