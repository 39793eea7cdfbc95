/** What an offer is worth: computed from the account's own numbers, or not said at all. */
import type { Account } from '../../../src/domain/accounts/account';
import type { UsageMatrix } from '../../../src/domain/usage/usage-matrix';
import { aSnapshot, used } from '../../support/decisions-account';
import { offerMade } from '../../support/decisions-ask';
import {
  ALWAYS,
  aRelease,
  offer,
  recommend,
  rule,
  treatment,
  type Input,
} from '../../support/decisions-release';

type Case = NonNullable<Input<'offer'>['valueCase']>;

const OVERAGE: Case = {
  type: 'overage-saving',
  metric: 'messages',
  statement:
    'You sent {{figures.used | number}} messages; it saves you {{figures.saving | money}} at this volume.',
};
const LIFT: Case = {
  type: 'limit-lift',
  metric: 'seats',
  statement: 'From {{figures.from | number}} to {{figures.to | number}} seats.',
};
const TIME: Case = {
  type: 'time-saved',
  metric: 'manual-exports',
  minutesPerRun: 7,
  statement: '{{figures.runs | number}} exports took {{figures.hours | number}} hours.',
};

interface Given {
  readonly usage?: UsageMatrix;
  readonly members?: Partial<Input<'offer'>>;
  readonly account?: Partial<Account>;
}

async function valueOf(valueCase: Case, { usage = {}, members = {}, account = {} }: Given) {
  const plain = { ...treatment('plain', 1), title: 'More', body: 'More.' };
  const release = aRelease({
    offer: [offer('growth-plan', { valueCase, treatments: [plain], ...members })],
    rule: [rule('it', ALWAYS, recommend('growth-plan', { signal: 'MILESTONE', metric: undefined }))],
  });
  return (await offerMade(release, aSnapshot(account, usage))).valueCase;
}

const messages = (units: number): Given => ({
  usage: { messages: used(units, { periodStart: '2026-06-01T00:00:00.000Z' }) },
});

describe('overage saved', () => {
  it('is what the bill falls by: overage now, less overage then, less the dearer plan', async () => {
    expect(await valueOf(OVERAGE, messages(7600))).toEqual({
      statement: 'You sent 7,600 messages; it saves you $170 at this volume.',
      monthlyDifference: { minorUnits: 17_000, currency: 'USD' },
      figures: { used: 7600, limit: 5000, overageNow: 52_000, overageThen: 0, saving: 17_000 },
    });
  });

  it('counts the overage that stays', async () => {
    const figures = (await valueOf(OVERAGE, messages(30_000)))?.figures;
    expect(figures).toMatchObject({ overageNow: 500_000, overageThen: 50_000, saving: 415_000 });
  });

  it('spreads a yearly price over the months', async () => {
    const figures = (await valueOf(OVERAGE, { ...messages(7600), account: { billingInterval: 'YEAR' } }))
      ?.figures;
    expect(figures?.['saving']).toBe(52_000 - Math.ceil(350_000 / 12));
  });

  it.each<[string, Given]>([
    ['the dearer plan eats it up', messages(6750)],
    ['nothing is over the limit', messages(4800)],
    ['use is not known', {}],
  ])('is not said where %s', async (_, given) => {
    expect(await valueOf(OVERAGE, given)).toBeNull();
  });

  it('is not said for a metric without a rate', async () => {
    const seats: Case = { ...OVERAGE, metric: 'seats' };
    expect(await valueOf(seats, { usage: { seats: used(12) } })).toBeNull();
  });
});

describe('a lifted limit', () => {
  it('says the limit before and after', async () => {
    expect(await valueOf(LIFT, { usage: { seats: used(9) } })).toEqual({
      statement: 'From 10 to 50 seats.',
      monthlyDifference: null,
      figures: { from: 10, to: 50, used: 9 },
    });
  });

  it('of a capacity pack is what the pack adds', async () => {
    const members: Given['members'] = {
      kind: 'CAPACITY',
      plan: undefined,
      adds: { seats: 5 },
      prices: [{ currency: 'USD', interval: 'MONTH', minorUnits: 900 }],
    };
    expect((await valueOf(LIFT, { usage: { seats: used(9) }, members }))?.figures).toEqual({
      from: 10,
      to: 15,
      used: 9,
    });
  });

  it.each<[string, Case, Given]>([
    ['use is not known', LIFT, {}],
    [
      'the plan names no limit',
      { ...LIFT, metric: 'manual-exports' },
      { usage: { 'manual-exports': used(3) } },
    ],
    [
      'the statement asks for what was not computed',
      { ...LIFT, statement: '{{figures.saving | money}}' },
      { usage: { seats: used(9) } },
    ],
  ])('is not said where %s', async (_, valueCase, given) => {
    expect(await valueOf(valueCase, given)).toBeNull();
  });
});

describe('saved time', () => {
  it('is runs times minutes, in hours, rounded down', async () => {
    expect(await valueOf(TIME, { usage: { 'manual-exports': used(34) } })).toEqual({
      statement: '34 exports took 3.9 hours.',
      monthlyDifference: null,
      figures: { runs: 34, minutesPerRun: 7, hours: 3.9 },
    });
  });

  it('is not said where it is nothing', async () => {
    expect(await valueOf(TIME, { usage: { 'manual-exports': used(0) } })).toBeNull();
  });
});
