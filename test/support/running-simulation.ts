/** A simulation half-way, as callers see it. */
import { viewOf, type SimulationView } from '../../src/application/simulate/simulation-view';
import { EMPTY_TALLY } from '../../src/domain/simulations/simulation-tally';

const FREE = { caps: [], responseWindowDays: 10 };

/** Its figures are of the accounts looked at so far. */
export const RUNNING_SIMULATION: SimulationView = viewOf({
  id: 'sim-1',
  status: 'RUNNING',
  order: { audience: 'paying', sample: 5, at: '2026-06-01T00:00:00.000Z' },
  release: 3,
  total: 100,
  processed: 40,
  after: 'acc-40',
  startedAt: '2026-06-01T00:00:00.000Z',
  finishedAt: null,
  terms: { prompts: { before: FREE, after: FREE }, warnAbovePercent: 10 },
  tally: {
    ...EMPTY_TALLY,
    compared: 20,
    changed: 5,
    gained: [['growth-plan', 4]],
    lost: [['seat-pack', 2]],
    suppressed: { before: [['COOLDOWN', 7]], after: [['CAP_USER', 1]] },
    offered: { before: [15, 5], after: [10, 10] },
    loads: [['ada', [1, 2, 3, 4]]],
    sample: [
      {
        accountId: 'acc-7',
        before: [],
        after: ['growth-plan'],
        differences: [{ offerKey: 'growth-plan', before: 'COOLDOWN', after: null }],
      },
    ],
  },
});
