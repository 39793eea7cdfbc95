import { accountIdAt, benchAccounts } from '../../bench/service/bench-accounts';
import { accountFacts } from '../../bench/naive-service/account-facts';
import { fillText } from '../../bench/naive-service/fill-text';
import type { AccountRow } from '../../bench/naive-service/tables';
import type { PlanDocument } from '../../src/domain/documents/kinds/plan-document';

const now = Date.parse('2026-06-15T12:00:00.000Z');

describe('the accounts of the benchmark', () => {
  const accounts = [...benchAccounts(300, now)];

  it('are the same in every run', () => {
    expect([...benchAccounts(300, now)]).toEqual(accounts);
  });

  it('carry the ids the load asks for', () => {
    expect(accounts.map(({ account }) => account.id)).toEqual(accounts.map((_, at) => accountIdAt(at)));
  });

  it('know their health, contract, place and every metric, so that no fact is missing on one side only', () => {
    for (const { account, usage } of accounts) {
      expect(Object.keys(account.health ?? {})).toHaveLength(7);
      expect(account.contract?.renewsAt).toBeDefined();
      expect(account.region?.startsWith(account.country ?? '?')).toBe(true);
      expect(Object.keys(usage)).toHaveLength(6);
    }
  });
});

describe('the plain service', () => {
  const plan = { key: 'starter', family: 'core', tier: 1, limits: { seats: 10, integrations: null } };

  it('computes what an account uses of its limits', () => {
    const usage = [
      { accountId: 'a', metric: 'seats', used: 9, previous: 6, sustainedSince: null },
      { accountId: 'a', metric: 'integrations', used: 4, previous: null, sustainedSince: null },
    ];
    const account = {
      plan: 'starter',
      featuresUsed: {},
      attributes: {},
      churnedAt: null,
      usage,
    } as unknown as AccountRow;
    const facts = accountFacts(account, [plan as unknown as PlanDocument], []);
    expect(facts).toMatchObject({
      'usage.seats.ratio': 0.9,
      'usage.seats.trend': 0.5,
      'usage.seats.remaining': 1,
    });
    expect(facts).not.toHaveProperty('usage.integrations.ratio');
  });

  it('fills its texts in', () => {
    const text = '{{n | number}} seats, {{r | percent}}, {{p | money}}, {{d | days}}{{gone}}';
    expect(fillText(text, { n: 1234, r: 0.9, p: 14900, d: 3 }, 'USD')).toBe(
      '1,234 seats, 90 %, $149.00, 3 days',
    );
  });
});
