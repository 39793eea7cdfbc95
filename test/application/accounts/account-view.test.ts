import { describeAccount, type UsageView } from '../../../src/application/accounts/account-view';
import { DescribeAccounts } from '../../../src/application/accounts/describe-accounts';
import type { Account } from '../../../src/domain/accounts/account';
import type { UsageMatrix } from '../../../src/domain/usage/usage-matrix';
import { anAccount, aSnapshot, NOW, used } from '../../support/decisions-account';
import { aRelease } from '../../support/decisions-release';

const release = aRelease({});
const rowOf = (metric: string, usage: UsageMatrix, account: Partial<Account> = {}): UsageView | undefined => {
  const snapshot = { ...aSnapshot(anAccount({ plan: 'starter', ...account })), usage };
  return describeAccount(snapshot, release, NOW).usage.find((row) => row.metric === metric);
};

describe('usage against the limit', () => {
  it('names what is used, what is allowed and how they relate', () => {
    expect(rowOf('seats', { seats: used(9, { previous: 6 }) })).toMatchObject({
      unit: 'seats',
      used: 9,
      limit: 10,
      unlimited: false,
      ratio: 0.9,
      trend: 0.5,
      period: 'none',
    });
  });

  it.each([
    [
      'never reported',
      {},
      {},
      { used: null, limit: 10, ratio: null, asOf: null, trend: null, crossings: [] },
    ],
    [
      'without a plan',
      { seats: used(9) },
      { plan: undefined },
      { used: 9, limit: null, unlimited: null, ratio: null },
    ],
    ['without a past', { seats: used(9, { previous: null }) }, {}, { trend: null }],
    ['from nothing', { seats: used(9, { previous: 0 }) }, {}, { trend: null }],
  ] as const)('%s has nulls where nothing is known', (_name, usage, account, expected) => {
    expect(rowOf('seats', usage, account)).toMatchObject(expected);
  });

  it('leaves out a metric that is neither reported nor limited', () => {
    expect(rowOf('manual-exports', {})).toBeUndefined();
    expect(rowOf('manual-exports', { 'manual-exports': used(3) })).toMatchObject({ used: 3, limit: null });
  });

  it('counts from nothing once its month is over', () => {
    const lastMonth = used(4_000, {
      periodStart: '2026-05-01T00:00:00.000Z',
      asOf: '2026-05-20T00:00:00.000Z',
    });
    expect(rowOf('messages', { messages: lastMonth })).toMatchObject({ used: 0, ratio: 0, crossings: [] });
  });
});

describe('accounts by id', () => {
  it('come in the order asked for, null for those that do not exist', async () => {
    const known = aSnapshot(anAccount({ id: 'b' }));
    const describer = new DescribeAccounts(
      {
        snapshots: async (ids) => ids.map((id) => (id === 'b' ? known : null)),
        page: async () => ({ items: [], hasNextPage: false }),
        count: async () => 1,
      },
      { current: () => release },
      { now: () => NOW },
    );
    const views = await describer.execute(['a', 'b', 'c']);
    expect(views.map((view) => view?.account.id ?? null)).toEqual([null, 'b', null]);
  });
});
