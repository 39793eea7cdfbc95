/** P11: every error that another run cures, forced at any statement of a recording, before and after it took effect. */
import path from 'node:path';
import { openDatabase } from '../src/adapters/persistence/open-database';
import { openSql } from '../src/adapters/persistence/open-sql';
import { SqlResponseStore } from '../src/adapters/persistence/sql-response-store';
import { writeAccounts } from './answer-units';
import { compareLedger } from './compare-ledger';
import { type DatabasePlace, withDatabase } from './database-place';
import { FailingDatabase } from './failing-database';
import type { DatabaseKind, Fault, FaultOutcome } from './fault';
import { Ledger } from './ledger';
import { recordedAnswer } from './recorded-answer';

const PER_TRY = 5;
/** More than a recording has, so that some tries fail nothing. */
const STATEMENTS = 8;
const failure = (text: string, members: object) => Object.assign(new Error(text), members);
const ERRORS: Readonly<Record<DatabaseKind, readonly Error[]>> = {
  SQLite: [failure('busy file', { code: 'SQLITE_BUSY' }), failure('locked table', { code: 'SQLITE_LOCKED' })],
  MariaDB: [
    failure('deadlock', { errno: 1213, sqlState: '40001' }),
    failure('record changed since read', { errno: 1020 }),
    failure('lock wait timeout', { errno: 1205 }),
  ],
};

/** 200 tries are 1,000 of each error. */
export function forcedErrors(database: DatabaseKind): Fault {
  return {
    name: 'P11 forced errors, run again whole',
    database,
    run: ({ tries }) => withDatabase(database, (place) => force(place, ERRORS[database], tries * PER_TRY)),
  };
}

async function force(place: DatabasePlace, errors: readonly Error[], each: number): Promise<FaultOutcome> {
  const stores = await openDatabase(place.url);
  await writeAccounts(stores.accountStore).finally(() => stores.database.close());
  const ledger = new Ledger(path.join(place.folder, 'ledger.ndjson'));
  const database = await openSql(place.url);
  const failing = new FailingDatabase(database);
  const responses = new SqlResponseStore(failing);
  const tries = each * errors.length;
  try {
    for (let index = 0; index < tries; index += 1) {
      const error = errors[index % errors.length] ?? new Error('no error is left');
      const moment = index % 2 === 0 ? 'before' : 'after';
      failing.failOnce({ statement: 1 + Math.floor(Math.random() * STATEMENTS), moment, error });
      await recordedAnswer(responses, ledger, index);
    }
  } finally {
    await database.close();
  }
  return { tries, ...(await compareLedger(place.url, ledger)), gapMs: null };
}
