import { DatabaseFault } from '../../../src/adapters/persistence/database-fault';
import { RememberedReads } from '../../../src/adapters/runtime/remembered-reads';
import type { StoredSubject, Subject, SubjectSource } from '../../../src/application/decide/subject';
import type { Account } from '../../../src/domain/accounts/account';
import { EMPTY_HISTORY } from '../../../src/domain/responses/history';

const AWAY = new DatabaseFault('DATABASE_UNREACHABLE', 'away');

class Source implements SubjectSource {
  fault: Error | null = null;
  hanging = false;
  asked = 0;
  spelledOut = 0;
  version = 1;
  profile = '{}';

  find(accountId: string): Promise<StoredSubject | null> {
    this.asked += 1;
    if (this.hanging) return new Promise(() => undefined);
    if (this.fault !== null) return Promise.reject(this.fault);
    const { version, profile } = this;
    const stored = { version, profile, usageMatrix: '{}', activity: '{}', history: null };
    return Promise.resolve(accountId === 'unknown' ? null : stored);
  }

  read({ version, profile }: StoredSubject): Subject {
    this.spelledOut += 1;
    const account = JSON.parse(profile) as Account;
    return { snapshot: { account, usage: {}, activity: {}, version }, history: EMPTY_HISTORY };
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
    await reads.subject('a');
    source.version = 2;
    expect(await reads.subject('a')).toMatchObject({ snapshot: { version: 2 }, rememberedAt: null });
    expect(await reads.subject('unknown')).toBeNull();
  });

  it('saves spelling out the same text again, and no other one', async () => {
    const reads = readsWith();
    for (let times = 0; times < 5; times += 1) await reads.subject('a');
    expect([source.asked, source.spelledOut]).toEqual([5, 2]);
    source.profile = '{"id":"a"}';
    expect(await reads.subject('a')).toMatchObject({
      snapshot: { account: { id: 'a' } },
      rememberedAt: null,
    });
    expect(source.spelledOut).toBe(3);
  });

  it('stands in for the database while it is away, and says since when', async () => {
    const reads = readsWith();
    const fresh = await reads.subject('a');
    source.fault = AWAY;
    now += 5_000;
    expect(await reads.subject('a')).toEqual({ ...fresh, rememberedAt: 1_000_000 });
    expect(fresh?.rememberedAt).toBeNull();
  });

  it('is as old as the last time that the database told the same', async () => {
    const reads = readsWith();
    await reads.subject('a');
    now += 5_000;
    await reads.subject('a');
    source.fault = AWAY;
    expect((await reads.subject('a'))?.rememberedAt).toBe(1_005_000);
  });

  it('is no answer for an account that is not in it', async () => {
    const reads = readsWith();
    await reads.subject('a');
    source.fault = AWAY;
    await expect(reads.subject('b')).rejects.toBe(AWAY);
  });

  it('stands in for a database that hangs, after a second at most', async () => {
    const reads = readsWith({ readBudgetMs: 20 });
    await reads.subject('a');
    source.hanging = true;
    expect((await reads.subject('a'))?.rememberedAt).toBe(1_000_000);
    await expect(reads.subject('b')).rejects.toMatchObject({ code: 'DATABASE_UNREACHABLE' });
  });

  it('asks a database that is away now and then, not for every decision, and goes back to it by itself', async () => {
    const reads = readsWith({ pauseMs: 500 });
    await reads.subject('a');
    source.fault = AWAY;
    const before = source.asked;
    for (let times = 0; times < 50; times += 1) await reads.subject('a');
    expect(source.asked - before).toBe(1);
    source.fault = null;
    source.version = 2;
    now += 500;
    expect((await reads.subject('a'))?.snapshot.version).toBe(2);
    expect((await reads.subject('a'))?.snapshot.version).toBe(2);
  });

  it('is of no use after an hour', async () => {
    const reads = readsWith();
    await reads.subject('a');
    source.fault = AWAY;
    now += 3_600_000;
    expect(await reads.subject('a')).not.toBeNull();
    now += 1;
    await expect(reads.subject('a')).rejects.toBe(AWAY);
  });

  it('is forgotten when an answer was recorded: what was refused is never offered from memory', async () => {
    const reads = readsWith();
    await reads.subject('a');
    reads.forget('a');
    source.fault = AWAY;
    await expect(reads.subject('a')).rejects.toBe(AWAY);
  });

  it('is bounded, the least recently asked for goes first', async () => {
    const reads = readsWith({ accounts: 2 });
    for (const id of ['a', 'b', 'a', 'c']) await reads.subject(id);
    source.fault = AWAY;
    expect(await reads.subject('a')).not.toBeNull();
    await expect(reads.subject('b')).rejects.toBe(AWAY);
  });

  it('is nothing where nothing may be remembered', async () => {
    const reads = readsWith({ accounts: 0 });
    await reads.subject('a');
    expect(reads.remembersSomething).toBe(false);
    source.fault = AWAY;
    await expect(reads.subject('a')).rejects.toBe(AWAY);
  });

  it.each([
    new TypeError('x'),
    new DatabaseFault('DATABASE_FULL', 'full'),
    new DatabaseFault('DATABASE_MISSING', 'no'),
  ])('hides no other fault: %s', async (fault) => {
    const reads = readsWith();
    await reads.subject('a');
    source.fault = fault;
    await expect(reads.subject('a')).rejects.toBe(fault);
  });
});
