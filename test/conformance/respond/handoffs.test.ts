/** What people take on in a month is counted over all accounts, in the recording transaction, on every database. */
import { DataSource } from 'typeorm';
import { parseDatabaseUrl } from '../../../src/adapters/persistence/database-address';
import { serverOptions, sqliteOptions } from '../../../src/adapters/persistence/data-source-options';
import { HandoffCounts1767398400000 } from '../../../src/adapters/persistence/migrations/1767398400000-handoff-counts';
import { openDatabase, type OpenDatabase } from '../../../src/adapters/persistence/open-database';
import { DEFAULT_OPEN_OPTIONS } from '../../../src/adapters/persistence/open-options';
import { serverKind } from '../../../src/adapters/persistence/open-server';
import { RememberedHandoffs } from '../../../src/adapters/runtime/remembered-handoffs';
import { uuidSource } from '../../../src/adapters/runtime/uuid-source';
import { decideForAccount } from '../../../src/application/decide/decide-for-account';
import { acceptOffer } from '../../../src/application/respond/accept-offer';
import { recordImpressions } from '../../../src/application/respond/record-impressions';
import { isUnavailable } from '../../../src/application/unavailability';
import { tellingHandoffs } from '../../../src/application/watch/telling-stores';
import { EMPTY_HISTORY } from '../../../src/domain/responses/history';
import { accountWrite } from '../../support/account-writes';
import { describeEachDatabase, type TestDatabase } from '../../support/databases';
import { aSnapshot, daysAgo } from '../../support/decisions-account';
import { aRelease, offer, policy } from '../../support/decisions-release';
import { recording } from '../../support/recordings';
import { KEY, respondWorld } from '../../support/respond-ports';
import { anAnswer, aPrompt } from '../../support/response-prompts';

const MANY = Array.from({ length: 64 }, (_, index) => index);
const NEXT_MONTH = Date.parse('2026-07-01T00:00:00.000Z');

/** Every account is handed off; so many places a month for an owner, and for the offer where it has a number of its own. */
function releaseWith(ownerCapacityPerMonth: number, perMonth?: number) {
  const capacity = perMonth === undefined ? undefined : { perMonth };
  return aRelease({
    offer: [offer('growth-plan', { capacity })],
    policy: [policy({ ownerCapacityPerMonth, closeMode: { '*': 'HANDOFF' } })],
  });
}

interface Group {
  readonly ids: readonly string[];
  readonly owner?: (index: number) => string;
}

/** A world over the accounts of one test, with a memory that hears of its own writes, as the service has it. */
async function worldOf(stores: OpenDatabase, release: ReturnType<typeof releaseWith>, { ids, owner }: Group) {
  const members = ids.map((id, index) => ({ id, owner: owner?.(index) }));
  const snapshots = members.map((account) => aSnapshot(account));
  const world = respondWorld(release, ...snapshots);
  const handoffs = new RememberedHandoffs(stores.handoffs, world.clock);
  await handoffs.refresh();
  return {
    ...world,
    ids: uuidSource,
    histories: stores.responses,
    responses: tellingHandoffs(stores.responses, () => handoffs.refresh()),
    handoffs,
  };
}

type World = Awaited<ReturnType<typeof worldOf>>;

async function decided(world: World, accountId: string) {
  const question = { accountId, userId: null, context: { surface: 'IN_APP' }, first: 9 } as const;
  const decision = await decideForAccount(world, question);
  if ('failure' in decision) throw new Error(decision.failure);
  return decision;
}

const idOf = async (world: World, accountId: string) =>
  (await decided(world, accountId)).offers[0]?.id ?? 'nothing was offered';

async function accepted(world: World, recommendationId: string, idempotencyKey: string): Promise<string> {
  const input = { recommendationId, comment: null, idempotencyKey };
  const result = await heard(() => acceptOffer(world, input, KEY));
  return 'code' in result ? result.code : result.kind;
}

/** As a caller who is told 503 does: asks again with the same key. */
async function heard<T>(ask: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await ask();
    } catch (fault) {
      if (!isUnavailable(fault)) throw fault;
    }
  }
}

const tally = (outcomes: readonly string[]) =>
  Object.fromEntries(
    [...new Set(outcomes)].sort().map((outcome) => [outcome, outcomes.filter((o) => o === outcome).length]),
  );

describeEachDatabase('handoffs', (database) => {
  let replica: OpenDatabase | undefined;
  beforeAll(async () => {
    replica = await openDatabase(database.url);
  });
  afterAll(() => replica?.database.close());

  async function group(name: string, release: ReturnType<typeof releaseWith>, owner?: Group['owner']) {
    const ids = MANY.map((index) => `${name}-${index}`);
    const accounts = ids.map((id, index) => accountWrite(id, { account: { owner: owner?.(index) } }));
    await database.stores.accountStore.writeMany(accounts);
    const worlds = await Promise.all(
      [database.stores, replica ?? database.stores].map((stores) => worldOf(stores, release, { ids, owner })),
    );
    const [world, other] = worlds as [World, World];
    return { ids, world, other };
  }

  async function acceptAll({ ids, world, other }: Awaited<ReturnType<typeof group>>, name: string) {
    const recommended = await Promise.all(ids.map((id) => idOf(world, id)));
    return Promise.all(
      recommended.map((id, index) => accepted(index % 2 === 0 ? world : other, id, `${name}-${index}`)),
    );
  }

  it('64 accounts of one owner say yes at once with one place left: one is taken on', async () => {
    const accounts = await group('one-owner', releaseWith(1), () => 'ada');
    expect(tally(await acceptAll(accounts, 'owner'))).toEqual({ OfferAccepted: 1, OWNER_CAPACITY: 63 });
    const { byOwner } = await database.stores.handoffs.ofMonth('2026-06');
    expect(byOwner.get('ada')).toBe(1);
  });

  it('64 accounts of 64 owners share what the offer has room for', async () => {
    const accounts = await group('one-offer', releaseWith(99, 4), (index) => `owner ${index}`);
    const { byOffer } = await database.stores.handoffs.ofMonth('2026-06');
    const before = byOffer.get('growth-plan') ?? 0;
    expect(before).toBe(1);
    expect(tally(await acceptAll(accounts, 'offer'))).toEqual({ OfferAccepted: 3, OWNER_CAPACITY: 61 });
  });

  it('an account that nobody looks after counts for itself', async () => {
    const accounts = await group('nobody', releaseWith(1));
    expect(tally(await acceptAll(accounts, 'nobody'))).toEqual({ OfferAccepted: 64 });
  });

  it('a full month is known to the next decision and to impressions at once, and over in the next', async () => {
    const { ids, world } = await group('full', releaseWith(2), () => 'grace');
    const [one, two, three, four = ''] = await Promise.all(ids.slice(0, 4).map((id) => idOf(world, id)));
    expect(await accepted(world, one ?? '', 'full-1')).toBe('OfferAccepted');
    expect((await decided(world, ids[5] ?? '')).offers).toHaveLength(1);
    expect(await accepted(world, two ?? '', 'full-2')).toBe('OfferAccepted');
    expect(await accepted(world, two ?? '', 'full-2')).toBe('OfferAccepted');
    expect((await decided(world, ids[5] ?? '')).suppressed).toMatchObject([
      {
        code: 'OWNER_CAPACITY',
        message: expect.stringContaining('2 handoffs were accepted this month of the 2') as unknown,
      },
    ]);
    const shown = { recommendationIds: [three ?? ''], idempotencyKey: 'full-3' };
    expect(await recordImpressions(world, shown, KEY)).toMatchObject({
      results: [{ error: { code: 'OWNER_CAPACITY' } }],
    });
    const read = world.signer.verify(four);
    if (!('claims' in read)) throw new Error('A recommendation has claims.');
    const lasting = world.signer.sign({ ...read.claims, expiresAt: NEXT_MONTH + 1 });
    expect(await accepted(world, lasting, 'full-4')).toBe('OWNER_CAPACITY');
    world.turnTo(NEXT_MONTH);
    expect(await accepted(world, lasting, 'full-5')).toBe('OfferAccepted');
    expect((await database.stores.handoffs.ofMonth('2026-07')).byOwner.get('grace')).toBe(1);
  });

  it('a sale that the buyer closes alone takes nobody’s place', async () => {
    const selfServe = aRelease({ policy: [policy({ ownerCapacityPerMonth: 0 })] });
    const { ids, world } = await group('alone', selfServe, () => 'alan');
    expect(await accepted(world, await idOf(world, ids[0] ?? ''), 'alone')).toBe('OfferAccepted');
    expect((await database.stores.handoffs.ofMonth('2026-06')).byOwner.has('alan')).toBe(false);
  });

  it('takes on what it was asked about before, and nothing else', async () => {
    await database.stores.accountStore.writeMany([accountWrite('unasked')]);
    const decide = () => ({ history: null, entries: [], answer: '{}', takenOn: 'growth-plan' });
    await expect(
      database.stores.responses.record(recording('unasked', { accountId: 'unasked', decide })),
    ).rejects.toThrow(RangeError);
  });
});

describeEachDatabase('handoffs accepted before they were counted', (database: TestDatabase) => {
  const handedOff = (id: string, at: string) =>
    aPrompt({ id, closeMode: 'HANDOFF', answer: anAnswer('ACCEPTED', { at }) });
  const HISTORIES = [
    [handedOff('a', daysAgo(1)), handedOff('b', daysAgo(2)), handedOff('c', daysAgo(40))],
    [handedOff('d', daysAgo(3)), aPrompt({ id: 'e' })],
    [aPrompt({ id: 'f', answer: anAnswer('ACCEPTED') })],
  ];

  beforeAll(async () => {
    const accounts = HISTORIES.map((_, index) => accountWrite(`old-${index}`, { account: { owner: 'ada' } }));
    await database.stores.accountStore.writeMany(accounts);
    for (const [index, prompts] of HISTORIES.entries()) {
      const decide = () => ({ history: { ...EMPTY_HISTORY, prompts }, entries: [], answer: '{}' });
      await database.stores.responses.record(
        recording(`old-${index}`, { accountId: `old-${index}`, decide }),
      );
    }
  });

  it('count from the migration on, however often it runs', async () => {
    const address = parseDatabaseUrl(database.url);
    const options =
      address.kind === 'sqlite'
        ? sqliteOptions(address, 'writer')
        : serverOptions(
            { ...address, kind: await serverKind(address, DEFAULT_OPEN_OPTIONS) },
            DEFAULT_OPEN_OPTIONS,
          );
    const source = await new DataSource(options).initialize();
    const runner = source.createQueryRunner();
    const migration = new HandoffCounts1767398400000();
    await migration.down(runner);
    await migration.up(runner);
    await migration.up(runner);
    await runner.release();
    await source.destroy();
    const { handoffs } = database.stores;
    expect(await handoffs.ofMonth('2026-06')).toEqual({
      byOwner: new Map([['ada', 3]]),
      byOffer: new Map([['growth-plan', 3]]),
    });
    expect([await handoffs.total('2026-05'), await handoffs.total('2026-04')]).toEqual([2, 0]);
  });
});
