import type { StartSimulationInput } from '../../../src/application/simulate/start-simulation';
import { startServer, type TestServer } from '../../support/graphql-server';
import { RUNNING_SIMULATION as view } from '../../support/running-simulation';

const FIELDS = `id status processed total startedAt finishedAt release audience at comparedAccounts changedAccounts changedShare
  warning gained { offerKey accounts } lost { offerKey accounts } suppressed { code before after } promptsPerDay { before after }
  ownerLoads { owner handoffsBefore handoffsAfter tasksBefore tasksAfter }
  sample { accountId before after differences { offerKey before after } }`;

const SHOWN = {
  id: 'sim-1',
  status: 'RUNNING',
  processed: 40,
  total: 100,
  startedAt: '2026-06-01T00:00:00.000Z',
  finishedAt: null,
  release: 3,
  audience: 'paying',
  at: '2026-06-01T00:00:00.000Z',
  comparedAccounts: 20,
  changedAccounts: 5,
  changedShare: 0.25,
  warning: '25.0 % of the accounts are made other offers; the policy warns above 10 %.',
  gained: [{ offerKey: 'growth-plan', accounts: 4 }],
  lost: [{ offerKey: 'seat-pack', accounts: 2 }],
  suppressed: [
    { code: 'CAP_USER', before: 0, after: 1 },
    { code: 'COOLDOWN', before: 7, after: 0 },
  ],
  promptsPerDay: { before: 0.5, after: 1 },
  ownerLoads: [{ owner: 'ada', handoffsBefore: 1, handoffsAfter: 2, tasksBefore: 3, tasksAfter: 4 }],
  sample: view.sample,
};

describe('simulations over the API', () => {
  const asked: (readonly [StartSimulationInput, string])[] = [];
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer({
      simulations: {
        start: async (input, callerId) => {
          asked.push([input, callerId]);
          return input.idempotencyKey === 'taken'
            ? { kind: 'IdempotencyConflict', code: 'IDEMPOTENCY_CONFLICT', message: 'Another call.' }
            : { kind: 'Started', simulation: view };
        },
        find: async (id) => (id === view.id ? view : null),
        cancel: async (id) => (id === view.id ? { ...view, status: 'CANCELLED' } : null),
      },
    });
  });
  afterAll(() => server.close());

  it('are shown with every figure', async () => {
    const { json } = await server.ask(`{ simulation(id: "sim-1") { ${FIELDS} } }`);
    expect(json).toEqual({ data: { simulation: SHOWN } });
  });

  it('are started with what was sent, times in UTC, by the caller', async () => {
    const input = `audience: "paying", sample: 5, at: "2026-06-01T02:00:00+02:00", idempotencyKey: "k"`;
    const { json } = await server.ask(
      `mutation { startSimulation(input: { ${input} }) { simulation { id } error { code } } }`,
    );
    expect(json.data).toEqual({ startSimulation: { simulation: { id: 'sim-1' }, error: null } });
    const sent = { audience: 'paying', sample: 5, at: '2026-06-01T00:00:00.000Z', idempotencyKey: 'k' };
    expect(asked.at(-1)).toEqual([sent, 'all']);
  });

  it('are started with the defaults where nothing was sent', async () => {
    await server.ask('mutation { startSimulation(input: { idempotencyKey: "k" }) { simulation { id } } }');
    expect(asked.at(-1)?.[0]).toEqual({ audience: null, sample: null, at: null, idempotencyKey: 'k' });
  });

  it('tell as data why they are not started', async () => {
    const { json } = await server.ask(
      'mutation { startSimulation(input: { idempotencyKey: "taken" }) { simulation { id } error { __typename code } } }',
    );
    const error = { __typename: 'IdempotencyConflict', code: 'IDEMPOTENCY_CONFLICT' };
    expect(json.data).toEqual({ startSimulation: { simulation: null, error } });
  });

  it('are cancelled, and shown as they are then', async () => {
    const { json } = await server.ask('mutation { cancelSimulation(id: "sim-1") { id status processed } }');
    expect(json.data).toEqual({ cancelSimulation: { id: 'sim-1', status: 'CANCELLED', processed: 40 } });
  });

  it('that are not there are null, and an error to cancel', async () => {
    expect((await server.ask('{ simulation(id: "none") { id } }')).json).toEqual({
      data: { simulation: null },
    });
    const { json } = await server.ask('mutation { cancelSimulation(id: "none") { id } }');
    expect(json.errors?.[0]?.extensions.code).toBe('SIMULATION_NOT_FOUND');
  });
});
