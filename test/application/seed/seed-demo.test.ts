/** Shows what loading does with files and items that are wrong. */
import type { IngestOutcome } from '../../../src/application/ingest/ingest-result';
import { SeedDemo, type SeedDemoParts } from '../../../src/application/seed/seed-demo';

const now = Date.parse('2026-06-01T00:00:00.000Z');
const sound = {
  shows: 'An account.',
  account: { id: 'one', name: 'One', status: 'PAYING', paidSince: '-P10D', health: { asOf: '-P1D' } },
  usage: [{ metric: 'seats', value: 3, at: '-PT1H' }],
};

function loader(texts: readonly string[], more: Partial<SeedDemoParts> = {}) {
  const taken: unknown[] = [];
  const ingestion = {
    execute: (items: readonly { readonly id: string }[]): Promise<IngestOutcome> => {
      taken.push(...items);
      return Promise.resolve({ results: items.map(({ id }) => ({ id, status: 'APPLIED', error: null })) });
    },
  };
  const parts: SeedDemoParts = {
    accounts: { count: () => Promise.resolve(0) },
    files: { list: () => Promise.resolve(texts.map((text, index) => ({ name: `${index}.json`, text }))) },
    clock: { now: () => now },
    upsertAccounts: ingestion,
    recordUsage: ingestion,
    recordAccountEvents: ingestion,
    ...more,
  };
  return { seed: new SeedDemo(parts), taken };
}

test('relative times are counted from the clock, and events get ids of their own', async () => {
  const { seed, taken } = loader([JSON.stringify(sound)]);
  await seed.execute();
  expect(taken).toEqual([
    { ...sound.account, paidSince: '2026-05-22T00:00:00.000Z', health: { asOf: '2026-05-31T00:00:00.000Z' } },
    {
      id: 'seed-one-usage-1',
      accountId: 'one',
      metric: 'seats',
      kind: 'SET',
      value: 3,
      at: '2026-05-31T23:00:00.000Z',
    },
  ]);
});

test('a file that cannot be read is named, and the others load', async () => {
  const { seed } = loader(['{', JSON.stringify({ ...sound, extra: 1 }), JSON.stringify(sound)]);
  const { accounts, problems } = await seed.execute();
  expect(accounts).toBe(1);
  expect(problems.map((problem) => problem.split(':')[0])).toEqual(['0.json', '1.json']);
});

test('an item that is refused is told, in the words of the ingestion', async () => {
  const error = { code: 'INVALID_INPUT', message: 'No such plan.', pointer: '/plan', hint: null } as const;
  const upsertAccounts = {
    execute: () => Promise.resolve({ results: [{ id: 'one', status: 'REJECTED' as const, error }] }),
  };
  const report = await loader([JSON.stringify(sound)], { upsertAccounts }).seed.execute();
  expect(report).toMatchObject({ accounts: 0, problems: ['one: No such plan.'] });
});

test('a database with accounts is left alone: no file is even read', async () => {
  const files = { list: () => Promise.reject(new Error('must not be read')) };
  const { seed, taken } = loader([], { accounts: { count: () => Promise.resolve(1) }, files });
  expect(await seed.execute()).toMatchObject({ loaded: false, accounts: 0 });
  expect(taken).toEqual([]);
});
