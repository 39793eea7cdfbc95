import { viewOf } from '../../../src/application/simulate/simulation-view';
import type { SimulationProgress, SimulationStore } from '../../../src/application/simulate/simulate-ports';
import { decide } from '../../../src/domain/decisions/decide';
import type { DecisionOutcome } from '../../../src/domain/decisions/decision';
import type { DocumentSet } from '../../../src/domain/documents/document-set';
import { EMPTY_HISTORY } from '../../../src/domain/responses/history';
import { describeEachDatabase, rowsOf } from '../../support/databases';
import { ACCOUNTS, SimulatedWorld, STARTED } from '../../support/simulated-world';

const AT = new Date(STARTED).toISOString();
const keys = ({ offers }: DecisionOutcome) => offers.map(({ offerKey }) => offerKey);

/** The draft of these tests: one offer retired, nobody held out any more. */
function edited(documents: DocumentSet): DocumentSet {
  const pack = documents.offer.get('message-pack');
  const policy = documents.policy.get('default');
  if (pack === undefined || policy === undefined) throw new Error('The shipped documents have changed.');
  return {
    ...documents,
    offer: new Map(documents.offer).set('message-pack', { ...pack, status: 'retired' }),
    policy: new Map(documents.policy).set('default', { ...policy, controlPercent: 0 }),
  };
}

/** The store, with something done after each progress that was written. */
function withAdvance(store: SimulationStore, after: () => Promise<void>): SimulationStore {
  const watched = Object.create(store) as SimulationStore;
  watched.advance = async (...given) => {
    const written = await store.advance(...given);
    await after();
    return written;
  };
  return watched;
}

describeEachDatabase('a simulation', (database) => {
  const world = new SimulatedWorld(database);
  beforeAll(async () => {
    await world.fill();
    world.draft = world.compiled(edited(world.live.documents), 2);
  });
  afterEach(async () => {
    world.now = STARTED;
    for (const { id } of await rowsOf(database.url, 'SELECT id FROM simulation')) {
      await world.store.cancel(String(id), AT);
    }
  });

  const view = async (id: string) => {
    const state = await world.store.find(id);
    if (state === null) throw new Error(`There is no ${id}.`);
    return viewOf(state);
  };
  const figures = async (id: string) => {
    const { id: _id, startedAt: _started, finishedAt: _finished, ...same } = await view(id);
    return same;
  };
  const decided = async (side: 'live' | 'draft') => {
    const asked = { context: { surface: 'IN_APP' }, userId: null, first: 3, history: EMPTY_HISTORY } as const;
    return Promise.all(world.accounts.map(async (snapshot) => decide(world[side], snapshot, asked, STARTED)));
  };

  it('waits, runs to its end, and finds what deciding on each account by both releases finds', async () => {
    const woken = world.woken;
    const id = await world.started({ sample: 5 });
    expect(world.woken).toBe(woken + 1);
    expect(await view(id)).toMatchObject({
      ...{ status: 'QUEUED', processed: 0, total: ACCOUNTS, release: 1, at: AT },
      ...{ startedAt: AT, finishedAt: null, changedAccounts: 0, warning: null },
    });
    await world.run();
    const [before, after] = [await decided('live'), await decided('draft')];
    const changed = before.filter(
      (one, at) => keys(one).join() !== keys(after[at] as DecisionOutcome).join(),
    );
    const moved = (one: DecisionOutcome[], other: DecisionOutcome[], key: string) =>
      one.filter((outcome, at) => {
        return keys(outcome).includes(key) && !keys(other[at] as DecisionOutcome).includes(key);
      }).length;
    const coded = (outcomes: DecisionOutcome[], wanted: string) =>
      outcomes.flatMap(({ suppressed }) => suppressed).filter(({ code }) => code === wanted).length;
    const found = await view(id);
    expect(found).toMatchObject({
      ...{ status: 'DONE', processed: ACCOUNTS, finishedAt: AT, comparedAccounts: ACCOUNTS },
      changedAccounts: changed.length,
    });
    expect(changed.length).toBeGreaterThan(5);
    expect(found.sample).toHaveLength(5);
    for (const { offerKey, accounts } of found.gained) expect(accounts).toBe(moved(after, before, offerKey));
    for (const { offerKey, accounts } of found.lost) expect(accounts).toBe(moved(before, after, offerKey));
    for (const { code, ...counts } of found.suppressed)
      expect(counts).toEqual({ before: coded(before, code), after: coded(after, code) });
    expect(found.suppressed.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['NO_SIGNAL', 'HOLDOUT', 'OFFER_RETIRED']),
    );
  });

  it('finds the same whenever it is run with the same documents and clock', async () => {
    const first = await world.started({ at: AT, sample: 7 });
    await world.run();
    world.now += 86_400_000;
    const second = await world.started({ at: AT, sample: 7 });
    await world.run();
    expect(second).not.toBe(first);
    expect(await figures(second)).toEqual(await figures(first));
  });

  it('looks at everybody and compares the members of an audience only', async () => {
    const id = await world.started({ audience: 'paying' });
    await world.run();
    const paying = world.accounts.filter(({ account }) => account.status === 'PAYING').length;
    expect(await view(id)).toMatchObject({
      ...{ status: 'DONE', processed: ACCOUNTS, comparedAccounts: paying, audience: 'paying' },
    });
    expect(paying).toBeLessThan(ACCOUNTS);
  });

  it('is taken over where its run was killed once the lease has run out, and counts nobody twice', async () => {
    const whole = await world.started({ at: AT });
    await world.run();
    const id = await world.started({ at: AT });
    const killed = withAdvance(world.store, () => Promise.reject(new Error('killed')));
    await expect(world.run({ store: killed })).rejects.toThrow('killed');
    const left = await view(id);
    expect(left).toMatchObject({ status: 'RUNNING', processed: 200, comparedAccounts: 200 });
    world.now += 14_999;
    expect(await world.claim('too-early')).toBeNull();
    world.now += 2;
    await world.run();
    expect(await figures(id)).toEqual(await figures(whole));
  });

  it('goes on with the draft it was started with, whatever became of the draft since', async () => {
    const whole = await world.started({ at: AT });
    await world.run();
    const id = await world.started({ at: AT });
    const draft = world.draft;
    world.draft = world.live;
    await world.run();
    world.draft = draft;
    expect(await figures(id)).toEqual(await figures(whole));
  });

  it('is written by the run that has the lease and by no other', async () => {
    const id = await world.started();
    const lost = await world.claim('lost');
    world.now += 15_001;
    const held = await world.claim('holder');
    if (lost === null || held === null) throw new Error('Both had it once.');
    expect([lost.id, held.id]).toEqual([id, id]);
    const state = await world.store.find(id);
    const progress: SimulationProgress = { after: 'z', processed: 9, tally: state!.tally };
    const end = { status: 'DONE', at: AT } as const;
    const attempts = [
      () => world.store.advance(lost, progress, AT),
      () => world.store.finish(lost, progress, end),
      () => world.store.giveBack(lost, progress),
      () => world.store.fail(lost, AT),
    ];
    for (const attempt of attempts) expect(await attempt()).toBe(false);
    expect(await world.store.find(id)).toEqual(state);
    expect(await world.store.advance(held, progress, AT)).toBe(true);
    expect(await world.store.find(id)).toMatchObject({ processed: 9, after: 'z' });
  });

  it('stops within a page of being cancelled, keeps what it found, and stays cancelled', async () => {
    const id = await world.started();
    const store = withAdvance(world.store, async () => void (await world.store.cancel(id, AT)));
    await world.run({ store });
    expect(await view(id)).toMatchObject({ status: 'CANCELLED', processed: 200, finishedAt: AT });
    expect(await world.store.cancel(id, AT)).toBe(false);
    expect(await world.claim('anybody')).toBeNull();
  });

  it('that has ended is not cancelled any more', async () => {
    const id = await world.started();
    await world.run();
    expect(await world.store.cancel(id, AT)).toBe(false);
    expect(await view(id)).toMatchObject({ status: 'DONE' });
  });

  it('that is stopped with its process waits for the next one and goes on at once', async () => {
    const whole = await world.started({ at: AT });
    await world.run();
    const id = await world.started({ at: AT });
    const stopping = new AbortController();
    const store = withAdvance(world.store, async () => stopping.abort());
    await world.run({ store }, stopping.signal);
    expect(await view(id)).toMatchObject({ status: 'QUEUED', processed: 400 });
    await world.run();
    expect(await figures(id)).toEqual(await figures(whole));
  });

  it.each([
    ['the same call is answered with the same simulation', {}, 'ann', 'same'],
    ['another sample is another call', { sample: 3 }, 'ann', 'IdempotencyConflict'],
    ['another audience is another call', { audience: 'paying' }, 'ann', 'IdempotencyConflict'],
    ['another clock is another call', { at: AT }, 'ann', 'IdempotencyConflict'],
    ['keys of two callers never meet', {}, 'bob', 'another'],
  ] as const)('%s', async (_title, change, caller, expected) => {
    const idempotencyKey = `once-${expected}-${JSON.stringify(change)}`;
    const first = await world.start({ idempotencyKey });
    const again = await world.start({ idempotencyKey, ...change }, caller);
    if (first.kind !== 'Started') throw new Error(first.message);
    const found = again.kind !== 'Started' ? again.kind : again.simulation.id;
    if (expected === 'another') expect(found).not.toBe(first.simulation.id);
    else expect(found).toBe(expected === 'same' ? first.simulation.id : expected);
  });

  it('is started once by many equal calls at the same moment', async () => {
    const calls = Array.from({ length: 16 }, () => world.start({ idempotencyKey: 'at-once' }));
    const ids = (await Promise.all(calls)).map((result) => {
      return result.kind === 'Started' ? result.simulation.id : result.kind;
    });
    expect(new Set(ids).size).toBe(1);
  });

  it.each([
    [{ audience: 'nobody' }, '/audience'],
    [{ sample: 101 }, '/sample'],
    [{ sample: -1 }, '/sample'],
    [{ at: 'yesterday' }, '/at'],
    [{ idempotencyKey: '' }, '/idempotencyKey'],
  ])('is not started with %j', async (change, pointer) => {
    expect(await world.start(change)).toMatchObject({ kind: 'InvalidInput', pointer });
  });

  it('is handed to one of many who ask for it at once, the oldest first', async () => {
    const ids = [await world.started(), await world.started()];
    const claims = await Promise.all(Array.from({ length: 8 }, (_, at) => world.claim(`h${at}`)));
    const taken = claims.filter((lease) => lease !== null).map(({ id }) => id);
    expect(taken[0]).toBe(ids[0]);
    expect(new Set(taken).size).toBe(taken.length);
  });
});
