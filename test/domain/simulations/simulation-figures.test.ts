import { promptsPerDay } from '../../../src/domain/simulations/prompts-per-day';
import { figuresOf } from '../../../src/domain/simulations/simulation-figures';
import { EMPTY_TALLY } from '../../../src/domain/simulations/simulation-tally';

const FREE = { caps: [], responseWindowDays: 10 };
const terms = (warnAbovePercent: number) => ({ prompts: { before: FREE, after: FREE }, warnAbovePercent });

describe('projected prompts a day', () => {
  const capped = (
    scope: 'user' | 'account' | 'offer',
    limit: number,
    period: 'month' | 'quarter' | 'year',
  ) => ({
    caps: [{ scope, limit, period }],
    responseWindowDays: 10,
  });

  it.each([
    ['nobody is offered anything', [50], FREE, 0],
    ['each offer opens a prompt per response window', [0, 20], FREE, 2],
    ['two offers open two', [0, 0, 20], FREE, 4],
    ['a cap of the user bounds all offers together', [0, 0, 100], capped('user', 1, 'quarter'), 400 / 365.25],
    ['so does one of the account', [0, 100], capped('account', 1, 'month'), 1200 / 365.25],
    ['a cap of the offer bounds each by itself', [0, 0, 100], capped('offer', 1, 'year'), 200 / 365.25],
    ['a cap that leaves more than the window takes nothing', [0, 20], capped('user', 10, 'month'), 2],
    ['a cap of none lets nothing through', [0, 20], capped('user', 0, 'year'), 0],
  ])('%s', (_case, offered, by, expected) => {
    expect(promptsPerDay(offered, by)).toBeCloseTo(expected, 10);
  });
});

describe('the figures of a simulation', () => {
  it.each([
    [10, 100, 10, null],
    [11, 100, 10, '11.0 % of the accounts are made other offers; the policy warns above 10 %.'],
    [1, 1_000, 0, '0.1 % of the accounts are made other offers; the policy warns above 0 %.'],
    [0, 0, 0, null],
  ])('of %d changed accounts in %d warn above %d percent: %s', (changed, compared, percent, warning) => {
    expect(figuresOf({ ...EMPTY_TALLY, changed, compared }, terms(percent)).warning).toBe(warning);
  });

  it('names the most loaded people only, those with most to do by the draft first', () => {
    const loads = Array.from({ length: 150 }, (_, at) => [`person-${at}`, [at, 150 - at, 0, 0]] as const);
    const { loads: shown } = figuresOf({ ...EMPTY_TALLY, loads }, terms(10));
    expect(shown).toHaveLength(100);
    expect(shown[0]).toEqual({
      person: 'person-0',
      handoffs: { before: 0, after: 150 },
      tasks: { before: 0, after: 0 },
    });
  });
});
