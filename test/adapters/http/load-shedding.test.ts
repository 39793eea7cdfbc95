import { setImmediate as nextTurn } from 'node:timers/promises';
import { GraphQLObjectType, GraphQLSchema, GraphQLString } from 'graphql';
import { AdmissionQueue, PRIORITIES, type Priority } from '../../../src/adapters/http/admission-queue';
import { operationKinds } from '../../../src/adapters/http/operation-kinds';
import type { RequestRecord } from '../../../src/adapters/http/request-record';
import { startServer, type TestServer } from '../../support/graphql-server';
import { decision } from '../../support/graphql-services';

/** Time stands still unless a test moves it; `waits` are the longest of answers and of all others, in milliseconds. */
function queueOf(concurrency: number, queued: number, waits: readonly [number, number] = [1_000, 1_000]) {
  const clock = { now: 0 };
  const longestWaitMs = { answers: waits[0], evaluations: waits[1], reports: waits[1] };
  const queue = new AdmissionQueue({ concurrency, queued, longestWaitMs, now: () => clock.now });
  return { queue, clock };
}

describe('the admission queue', () => {
  it('lets in at once while there is room', () => {
    const { queue } = queueOf(2, 0);
    expect([queue.enter('reports'), queue.enter('answers')]).toEqual([true, true]);
    expect(queue.counts).toEqual({ running: 2, waiting: 0 });
  });

  it('lets answers in before evaluations before reports, whoever came first', async () => {
    const { queue } = queueOf(1, 10);
    void queue.enter('reports');
    const order: string[] = [];
    const enter = async (priority: Priority) => {
      if (await queue.enter(priority)) order.push(priority);
      queue.leave();
    };
    const all = (['reports', 'evaluations', 'answers', 'evaluations'] as const).map(enter);
    queue.leave();
    await Promise.all(all);
    expect(order).toEqual(['answers', 'evaluations', 'evaluations', 'reports']);
    expect(queue.counts).toEqual({ running: 0, waiting: 0 });
  });

  it('turns the newest of the least important away for one that is more important', async () => {
    const { queue } = queueOf(1, 2);
    void queue.enter('answers');
    const [report, evaluation] = [queue.enter('reports'), queue.enter('evaluations')];
    const answer = queue.enter('answers');
    expect(await report).toBe(false);
    expect(await queue.enter('reports')).toBe(false);
    queue.leave();
    expect(await answer).toBe(true);
    queue.leave();
    expect(await evaluation).toBe(true);
  });

  it.each([
    ['nobody', [], []],
    ['reports', ['reports', 'reports'], ['reports']],
    ['evaluations and a report', ['evaluations', 'reports'], ['reports']],
    ['evaluations', ['evaluations', 'evaluations'], ['evaluations', 'reports']],
    ['evaluations and an answer', ['answers', 'evaluations'], ['evaluations', 'reports']],
    ['answers', ['answers', 'answers'], ['answers', 'evaluations', 'reports']],
  ] as const)('that is full of %s tells beforehand whom it would turn away', (_who, waiting, away) => {
    const { queue } = queueOf(1, 2);
    void queue.enter('answers');
    for (const priority of waiting) void queue.enter(priority);
    expect(PRIORITIES.filter((priority) => queue.turnsAway(priority))).toEqual(away);
  });

  it('turns away who waited too long although nothing came free', async () => {
    const { queue, clock } = queueOf(1, 5, [1_000, 40]);
    void queue.enter('evaluations');
    const waited = queue.enter('evaluations');
    clock.now = 41;
    expect(await waited).toBe(false);
    expect(queue.counts).toEqual({ running: 1, waiting: 0 });
  });

  it('keeps an answer waiting longer than an evaluation that came with it', async () => {
    const { queue, clock } = queueOf(1, 5, [1_000, 40]);
    void queue.enter('evaluations');
    const [answer, evaluation] = [queue.enter('answers'), queue.enter('evaluations')];
    clock.now = 999;
    expect(await evaluation).toBe(false);
    queue.leave();
    expect(await answer).toBe(true);
  });

  it.each([
    ['at half of the longest wait', 20, false],
    ['beyond it', 21, true],
  ])('with a first of the line that has waited %s: newcomers turned away is %s', (_how, ms, turned) => {
    const { queue, clock } = queueOf(1, 5, [1_000, 40]);
    void queue.enter('evaluations');
    void queue.enter('evaluations');
    clock.now = ms;
    expect(queue.turnsAway('answers')).toBe(false);
    expect([queue.turnsAway('evaluations'), queue.turnsAway('reports')]).toEqual([turned, turned]);
    expect(queue.enter('evaluations') === false).toBe(turned);
  });

  it('turns newcomers away for those before them who are more important', () => {
    const { queue, clock } = queueOf(1, 5, [1_000, 40]);
    void queue.enter('evaluations');
    void queue.enter('answers');
    clock.now = 21;
    expect(PRIORITIES.filter((priority) => queue.turnsAway(priority))).toEqual(['evaluations', 'reports']);
  });

  it('turns nobody away for those who come after them', () => {
    const { queue, clock } = queueOf(1, 5, [1_000, 40]);
    void queue.enter('evaluations');
    void queue.enter('reports');
    clock.now = 501;
    expect(PRIORITIES.filter((priority) => queue.turnsAway(priority))).toEqual(['reports']);
  });

  it('turns nobody away after a pause of the process, as long as those who wait begin within two turns', () => {
    const { queue, clock } = queueOf(1_000, 1_000, [1_000, 40]);
    for (let entered = 0; entered < 8 + 15; entered += 1) void queue.enter('evaluations');
    clock.now = 500;
    expect(queue.turnsAway('evaluations')).toBe(false);
    void queue.enter('evaluations');
    expect(queue.turnsAway('evaluations')).toBe(true);
  });

  it('serves everybody whom it let in after a pause of the process, if there are places', async () => {
    const { queue, clock } = queueOf(1_000, 1_000, [1_000, 40]);
    const entered = Array.from({ length: 50 }, () => queue.enter('evaluations'));
    clock.now = 500;
    expect((await Promise.all(entered.map(async (one) => one))).every(Boolean)).toBe(true);
  });

  it('serves who waited too long for the event loop if there is room by then', async () => {
    const { queue, clock } = queueOf(1, 5, [10, 10]);
    void queue.enter('evaluations');
    const waited = queue.enter('evaluations');
    queue.leave();
    clock.now = 50;
    expect(await waited).toBe(true);
  });

  it('begins a bounded number before the event loop looks for newcomers again', async () => {
    const { queue } = queueOf(1_000, 1_000);
    const entered = Array.from({ length: 150 }, () => queue.enter('evaluations'));
    expect(entered.filter((one) => one === true)).toHaveLength(8);
    expect((await Promise.all(entered.map(async (one) => one))).every(Boolean)).toBe(true);
  });
});

describe('what a document asks for', () => {
  const field = (priority: Priority) => ({ type: GraphQLString, extensions: { priority } });
  const schema = new GraphQLSchema({
    query: new GraphQLObjectType({
      name: 'Query',
      fields: { offers: field('evaluations'), report: field('reports') },
    }),
    mutation: new GraphQLObjectType({ name: 'Mutation', fields: { accept: field('answers') } }),
  });
  const kindOf = operationKinds(schema, ({ extensions }) => extensions['priority'] as Priority);

  it.each([
    ['mutation { accept }', 'accept', 'answers'],
    ['query Q { x: offers }', 'offers', 'evaluations'],
    ['{ offers report }', 'offers', 'reports'],
    ['{ ...f } fragment f on Query { report }', 'report', 'reports'],
    ['{ ... on Query { offers } }', 'offers', 'evaluations'],
    ['{ __typename }', 'other', 'reports'],
    ['{ invented }', 'other', 'reports'],
    ['{ offers', 'other', 'reports'],
  ])('%s is %s, among the %s', (query, name, priority) => {
    expect(kindOf(query)).toEqual({ name, priority });
    expect(kindOf(query)).toEqual({ name, priority });
  });
});

describe('a server that is asked more than it can answer', () => {
  const records: RequestRecord[] = [];
  const shed = () => records.filter(({ outcome }) => outcome === 'shed');
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer(
      {
        decide: async () => {
          while (shed().length < 10) await nextTurn();
          return decision;
        },
      },
      {
        limits: { concurrency: 2, queued: 2 },
        priorityOf: ({ name }) => (name === 'recommendedOffers' ? 'evaluations' : 'reports'),
        observe: (record) => void records.push(record),
      },
    );
  });
  afterAll(() => server.close());

  it('answers what it can and turns the rest away at once, to come again', async () => {
    const asked = Array.from({ length: 12 }, () =>
      server.ask('{ recommendedOffers(accountId: "acc-1") { id } }'),
    );
    const answers = await Promise.all(asked);
    const refused = answers.filter(({ status }) => status === 503);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(2);
    expect(refused).toHaveLength(10);
    for (const { headers, json } of refused) {
      expect(headers.get('retry-after')).toBe('1');
      expect(json.errors?.[0]?.extensions).toMatchObject({ code: 'OVERLOADED' });
    }
    expect(shed()).toHaveLength(10);
    for (const record of shed()) expect(record.status).toBe(503);
  });

  it('answers again afterwards, and its health is never in question', async () => {
    const busy = server.ask('{ recommendedOffers(accountId: "acc-1") { id } }');
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
    expect((await busy).status).toBe(200);
  });
});
