import { setTimeout as wait } from 'node:timers/promises';
import { benchAccounts } from '../../bench/service/bench-accounts';
import { describeEachDatabase } from '../support/databases';
import { runningService } from '../support/running-service';

jest.setTimeout(60_000);

/** Enough to be still at work when it is cancelled. */
const ACCOUNTS = 4_000;
const START = `mutation ($key: ID!, $audience: ID) {
  startSimulation(input: { idempotencyKey: $key, audience: $audience }) { simulation { id status total } error { code message } }
}`;
const FOLLOW = `query ($id: ID!) {
  simulation(id: $id) { status processed total comparedAccounts changedAccounts finishedAt
    lost { offerKey accounts } suppressed { code before after } }
}`;
const CANCEL = 'mutation ($id: ID!) { cancelSimulation(id: $id) { status finishedAt } }';

interface Followed {
  readonly status: string;
  readonly processed: number;
  readonly total: number;
  readonly comparedAccounts: number;
  readonly changedAccounts: number;
  readonly finishedAt: string | null;
  readonly lost: readonly { readonly offerKey: string; readonly accounts: number }[];
  readonly suppressed: readonly { readonly code: string; readonly before: number; readonly after: number }[];
}

describeEachDatabase('a simulation of a running service', (database) => {
  const running = runningService(database);
  beforeAll(async () => {
    const nothing = { ledgers: new Map(), crossings: [], usageEvents: [], accountEvents: [] };
    const writes = [...benchAccounts(ACCOUNTS, Date.now())].map(({ account, usage, activity }) => {
      return { accountId: account.id, expectedVersion: 0, account, usage, activity, ...nothing };
    });
    for (let at = 0; at < ACCOUNTS; at += 500)
      await database.stores.accountStore.writeMany(writes.slice(at, at + 500));
  });

  const start = async (key: string, audience: string | null = null) => {
    type Started = { startSimulation: { simulation: { id: string; total: number } } };
    const { startSimulation } = await running.ask<Started>(START, { key, audience });
    return startSimulation.simulation;
  };
  const follow = async (id: string) =>
    (await running.ask<{ simulation: Followed }>(FOLLOW, { id })).simulation;
  const ended = async (id: string): Promise<Followed> => {
    for (;;) {
      const state = await follow(id);
      if (state.finishedAt !== null) return state;
      await wait(20);
    }
  };

  it('is started, followed and comes to its end; without pending changes nothing changes', async () => {
    const { id, total } = await start('to-the-end', 'paying');
    const found = await ended(id);
    expect(found).toMatchObject({ status: 'DONE', processed: total, total, changedAccounts: 0 });
    expect(total).toBeGreaterThan(ACCOUNTS);
    expect(found.comparedAccounts).toBeGreaterThan(ACCOUNTS / 2);
    expect(found.comparedAccounts).toBeLessThan(total);
    for (const { before, after } of found.suppressed) expect(after).toBe(before);
  });

  it('finds what a pending change would change', async () => {
    type Found = { document: { version: number; document: object } };
    const find = '{ document(kind: OFFER, key: "message-pack") { version document } }';
    const { version, document } = (await running.ask<Found>(find)).document;
    const save = 'mutation ($input: SaveDocumentInput!) { saveDocument(input: $input) { version } }';
    const retired = { ...document, status: 'retired' };
    await running.ask(save, { input: { kind: 'OFFER', document: retired, expectedVersion: version } });
    const found = await ended((await start('retired')).id);
    expect(found.changedAccounts).toBeGreaterThan(0);
    expect(found.lost).toEqual([{ offerKey: 'message-pack', accounts: expect.any(Number) }]);
    const code = found.suppressed.find((counted) => counted.code === 'OFFER_RETIRED');
    expect(code).toEqual({ code: 'OFFER_RETIRED', before: 0, after: expect.any(Number) });
  });

  it('is cancelled while it is at work, and stays so', async () => {
    const { id } = await start('cancelled');
    const { cancelSimulation } = await running.ask<{ cancelSimulation: Followed }>(CANCEL, { id });
    expect(cancelSimulation).toMatchObject({ status: 'CANCELLED', finishedAt: expect.any(String) });
    const next = await start('after-it');
    await running.ask(CANCEL, { id: next.id });
    expect(await follow(id)).toMatchObject({ status: 'CANCELLED' });
  });
});
