import { DatabaseFault } from '../../../src/adapters/persistence/database-fault';
import { RememberedReads } from '../../../src/adapters/runtime/remembered-reads';
import type { AccountSnapshot } from '../../../src/domain/accounts/account-snapshot';
import { EMPTY_HISTORY, type History } from '../../../src/domain/responses/history';

const AWAY = new DatabaseFault('DATABASE_UNREACHABLE', 'away');

class Source {
  fault: Error | null = null;
  hanging = false;
  asked = 0;
  version = 1;

  snapshot(accountId: string): Promise<AccountSnapshot | null> {
    const known = { account: { id: accountId }, version: this.version } as unknown as AccountSnapshot;
    return this.answer(accountId === 'unknown' ? null : known);
  }

  history(): Promise<History> {
    return this.answer(EMPTY_HISTORY);
  }

  private answer<Value>(value: Value): Promise<Value> {
    this.asked += 1;
    if (this.hanging) return new Promise(() => undefined);
    return this.fault === null ? Promise.resolve(value) : Promise.reject(this.fault);
  }
}

let source: Source;
let now: number;
const readsWith = (limits: object = {}) =>
  new RememberedReads(source, { now: () => now }, { accounts: 10, ...limits });

beforeEach(() => {
  source = new Source();
  now = 1_000_000;
});

describe('what is remembered of accounts', () => {
  it('is not used while the database answers', async () => {
    const reads = readsWith();
    await reads.snapshot('a');
    source.version = 2;
    const snapshot = await reads.snapshot('a');
    expect(snapshot?.version).toBe(2);
    expect(reads.rememberedAt(snapshot ?? {})).toBeNull();
  });

  it('stands in for the database while it is away, and says since when', async () => {
    const reads = readsWith();
    const fresh = await reads.snapshot('a');
    const past = await reads.history('a');
    source.fault = AWAY;
    now += 5_000;
    const [snapshot, history] = [await reads.snapshot('a'), await reads.history('a')];
    expect([snapshot, history]).toEqual([fresh, past]);
    expect([reads.rememberedAt(snapshot ?? {}), reads.rememberedAt(history)]).toEqual([1_000_000, 1_000_000]);
    expect(reads.rememberedAt(fresh ?? {})).toBeNull();
  });

  it('is no answer for an account that is not in it', async () => {
    const reads = readsWith();
    await reads.snapshot('a');
    source.fault = AWAY;
    await expect(reads.snapshot('b')).rejects.toBe(AWAY);
  });

  it('stands in for a database that hangs, after a second at most', async () => {
    const reads = readsWith({ readBudgetMs: 20 });
    await reads.snapshot('a');
    source.hanging = true;
    expect(reads.rememberedAt((await reads.snapshot('a')) ?? {})).toBe(1_000_000);
    await expect(reads.snapshot('b')).rejects.toMatchObject({ code: 'DATABASE_UNREACHABLE' });
  });

  it('asks a database that is away now and then, not for every decision, and goes back to it by itself', async () => {
    const reads = readsWith({ pauseMs: 500 });
    await reads.snapshot('a');
    source.fault = AWAY;
    const before = source.asked;
    for (let times = 0; times < 50; times += 1) await reads.snapshot('a');
    expect(source.asked - before).toBe(1);
    source.fault = null;
    source.version = 2;
    now += 500;
    expect((await reads.snapshot('a'))?.version).toBe(2);
    expect((await reads.snapshot('a'))?.version).toBe(2);
  });

  it('is of no use after an hour', async () => {
    const reads = readsWith();
    await reads.snapshot('a');
    source.fault = AWAY;
    now += 3_600_000;
    expect(await reads.snapshot('a')).not.toBeNull();
    now += 1;
    await expect(reads.snapshot('a')).rejects.toBe(AWAY);
  });

  it('is forgotten when an answer was recorded: what was refused is never offered from memory', async () => {
    const reads = readsWith();
    await Promise.all([reads.snapshot('a'), reads.history('a')]);
    reads.forget('a');
    source.fault = AWAY;
    await expect(reads.history('a')).rejects.toBe(AWAY);
  });

  it('is bounded, the least recently asked for goes first', async () => {
    const reads = readsWith({ accounts: 2 });
    for (const id of ['a', 'b', 'a', 'c']) await reads.snapshot(id);
    source.fault = AWAY;
    expect(await reads.snapshot('a')).not.toBeNull();
    await expect(reads.snapshot('b')).rejects.toBe(AWAY);
  });

  it('is nothing where nothing may be remembered', async () => {
    const reads = readsWith({ accounts: 0 });
    await reads.snapshot('a');
    expect(reads.remembersSomething).toBe(false);
    source.fault = AWAY;
    await expect(reads.snapshot('a')).rejects.toBe(AWAY);
  });

  it.each([
    new TypeError('x'),
    new DatabaseFault('DATABASE_FULL', 'full'),
    new DatabaseFault('DATABASE_MISSING', 'no'),
  ])('hides no other fault: %s', async (fault) => {
    const reads = readsWith();
    await reads.snapshot('a');
    source.fault = fault;
    await expect(reads.snapshot('a')).rejects.toBe(fault);
  });
});
