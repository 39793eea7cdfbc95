/** What becomes of a batch whose account other writers keep changing, and of a database that fails. */
import { RecordUsage } from '../../../src/application/ingest/record-usage';
import type { AccountStore } from '../../../src/application/ports';
import { smallCatalogue } from '../../support/small-catalogue';

const NOW = '2026-06-15T12:00:00.000Z';
const account = { id: 'acme', name: 'Acme', status: 'PAYING', plan: 'starter' } as const;
const snapshot = { account, usage: {}, activity: {}, version: 1 };

/** A store at its worst: `writeMany` does what the test says. The happy paths run on the real ones. */
const storeThat = (writeMany: AccountStore['writeMany']): AccountStore => ({
  load: (ids) => Promise.resolve(new Map(ids.map((id) => [id, { snapshot, ledgers: new Map() }]))),
  knownUsageEvents: () => Promise.resolve(new Set()),
  knownAccountEvents: () => Promise.resolve(new Set()),
  usageEvents: () => Promise.resolve([]),
  write: () => Promise.resolve('conflict'),
  writeMany,
});

const record = (store: AccountStore) =>
  new RecordUsage(
    store,
    { current: () => ({ documents: smallCatalogue }) },
    { now: () => Date.parse(NOW) },
  ).execute([{ id: 'u1', accountId: 'acme', metric: 'seats', value: 1, at: NOW }]);

describe('a batch', () => {
  it('comes back as contended when other writers win a hundred times', async () => {
    let rounds = 0;
    const outcome = await record(
      storeThat((changes) => {
        rounds += 1;
        return Promise.resolve(changes.map(() => 'conflict' as const));
      }),
    );
    expect(outcome).toMatchObject({
      results: [{ id: 'u1', status: 'REJECTED', error: { code: 'VERSION_CONFLICT', pointer: null } }],
    });
    expect(rounds).toBe(100);
  });

  it('is decided again after a conflict', async () => {
    const answers = ['conflict', 'written'] as const;
    let rounds = 0;
    const outcome = await record(
      storeThat((changes) => {
        const answer = answers[Math.min(rounds, 1)] ?? 'written';
        rounds += 1;
        return Promise.resolve(changes.map(() => answer));
      }),
    );
    expect(outcome).toEqual({ results: [{ id: 'u1', status: 'APPLIED', error: null }] });
  });

  it('fails as a whole when the database does: nothing is acknowledged', async () => {
    const down = storeThat(() => Promise.reject(new Error('disk full')));
    await expect(record(down)).rejects.toThrow('disk full');
  });
});
