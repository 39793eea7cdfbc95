import {
  isLostConnection,
  isTransient,
  StaleLook,
  recognisingRetryUntil,
  transactionRetryUntil,
} from '../../../src/adapters/persistence/transient-error';

const failure = (members: object) => Object.assign(new Error('driver'), members);

describe('an error that another run may cure', () => {
  it.each([
    ['deadlock', { errno: 1213, sqlState: '40001' }],
    ['record changed since read', { errno: 1020 }],
    ['lock wait timeout', { errno: 1205 }],
    ['certification failure of a cluster', { sqlState: '40001' }],
    ['repeated key', { errno: 1062 }],
    ['busy file', { code: 'SQLITE_BUSY' }],
    ['busy snapshot', { code: 'SQLITE_BUSY_SNAPSHOT' }],
    ['repeated key of SQLite', { code: 'SQLITE_CONSTRAINT_PRIMARYKEY' }],
  ])('is a %s', (_title, members) => {
    expect(isTransient(failure(members))).toBe(true);
  });

  it('is an outdated look', () => {
    expect(isTransient(new StaleLook())).toBe(true);
  });

  it.each([
    ['full disk', { code: 'SQLITE_FULL' }],
    ['foreign key', { code: 'SQLITE_CONSTRAINT_FOREIGNKEY' }],
    ['syntax error', { errno: 1064, sqlState: '42000' }],
    ['full table', { errno: 1114 }],
    ['lost connection, since the commit may have happened', { code: 'PROTOCOL_CONNECTION_LOST' }],
  ])('is no %s', (_title, members) => {
    expect(isTransient(failure(members))).toBe(false);
  });

  it.each([undefined, null, 'text', 42])('is not %p', (thrown) => {
    expect([isTransient(thrown), isLostConnection(thrown)]).toEqual([false, false]);
  });
});

describe('retrying a transaction', () => {
  const failing = (members: object) => {
    const work = { runs: 0, run: () => Promise.reject(failure({ ...members, run: ++work.runs })) };
    return work;
  };

  it('ends after eleven runs with the last error', async () => {
    const { run } = failing({ errno: 1213 });
    await expect(transactionRetryUntil(Infinity).execute(run)).rejects.toMatchObject({ run: 11 });
  });

  it('does not happen for errors that would come again', async () => {
    const { run } = failing({ code: 'SQLITE_FULL' });
    await expect(transactionRetryUntil(Infinity).execute(run)).rejects.toMatchObject({ run: 1 });
  });

  it.each([
    ['transaction', transactionRetryUntil],
    ['transaction that recognises itself', recognisingRetryUntil],
  ])('does not happen after the deadline, for a %s', async (_, retryUntil) => {
    const { run } = failing({ errno: 1205 });
    await expect(retryUntil(performance.now()).execute(run)).rejects.toMatchObject({ run: 1 });
  });

  it('happens after a lost connection whatever the hour, where the work recognises itself', async () => {
    const work = failing({ code: 'ECONNRESET' });
    const once = () => (work.runs === 0 ? work.run() : Promise.resolve('recognised'));
    expect(await recognisingRetryUntil(performance.now()).execute(once)).toBe('recognised');
    await expect(transactionRetryUntil(Infinity).execute(work.run)).rejects.toMatchObject({ run: 2 });
  });
});
