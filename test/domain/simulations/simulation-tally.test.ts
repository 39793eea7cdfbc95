import fc from 'fast-check';
import { stickyShare } from '../../../src/domain/decisions/sticky-share';
import type { ComparedOutcome, Sides } from '../../../src/domain/simulations/compared-outcome';
import { figuresOf, type FigureTerms } from '../../../src/domain/simulations/simulation-figures';
import { SimulationTally, type TallyRecord } from '../../../src/domain/simulations/simulation-tally';

const OFFERS = ['growth', 'pack', 'scale', 'sso'] as const;
const CODES = ['NO_SIGNAL', 'OUTRANKED', 'CAP_USER'] as const;
const PEOPLE = ['ada', 'bob', '__proto__'] as const;
const TERMS: FigureTerms = {
  prompts: {
    before: { caps: [{ scope: 'user', limit: 1, period: 'quarter' }], responseWindowDays: 14 },
    after: { caps: [], responseWindowDays: 10 },
  },
  warnAbovePercent: 25,
};

interface Case extends Sides<ComparedOutcome> {
  readonly accountId: string;
  readonly owner: string | undefined;
}

const outcome: fc.Arbitrary<ComparedOutcome> = fc
  .tuple(
    fc.shuffledSubarray([...OFFERS]),
    fc.array(fc.constantFrom(...CODES), { minLength: 4, maxLength: 4 }),
    fc.array(fc.constantFrom('SELF_SERVE' as const, 'HANDOFF' as const), { minLength: 4, maxLength: 4 }),
    fc.array(fc.constantFrom(...PEOPLE, null), { maxLength: 2 }),
  )
  .map(([made, codes, modes, people]) => ({
    offers: made.map((offerKey, at) => ({ offerKey, closeMode: modes[at] ?? 'HANDOFF' })),
    suppressed: OFFERS.filter((key) => !made.includes(key)).map((offerKey, at) => ({
      offerKey,
      code: codes[at] ?? 'NO_SIGNAL',
    })),
    tasks: people.map((assignee) => ({ assignee })),
  }));

const accounts: fc.Arbitrary<readonly Case[]> = fc
  .array(
    fc.record({
      before: outcome,
      after: outcome,
      isSame: fc.boolean(),
      owner: fc.constantFrom(...PEOPLE, undefined),
    }),
    { maxLength: 40 },
  )
  .map((drawn) =>
    drawn.map(({ before, after, isSame, owner }, at) => ({
      accountId: `account-${at}`,
      owner,
      before,
      after: isSame ? before : after,
    })),
  );

function tallied(cases: readonly Case[], size: number, earlier?: TallyRecord): TallyRecord {
  const tally = new SimulationTally(size, earlier);
  for (const each of cases) tally.add(each, each);
  return tally.record();
}

const keys = ({ offers }: ComparedOutcome) => offers.map(({ offerKey }) => offerKey);
const isChanged = ({ before, after }: Case) => keys(before).join() !== keys(after).join();

/** Counts everything anew for every number it tells. */
function naively(cases: readonly Case[], size: number) {
  const shifts = (from: keyof Sides<unknown>, to: keyof Sides<unknown>) =>
    OFFERS.map((offerKey) => ({
      offerKey,
      accounts: cases.filter((one) => keys(one[to]).includes(offerKey) && !keys(one[from]).includes(offerKey))
        .length,
    }))
      .filter((shift) => shift.accounts > 0)
      .sort((a, b) => b.accounts - a.accounts || (a.offerKey < b.offerKey ? -1 : 1));
  const coded = (side: keyof Sides<unknown>, code: string) =>
    cases.flatMap((one) => one[side].suppressed).filter((offer) => offer.code === code).length;
  const handed = (side: keyof Sides<unknown>, person: string | null) =>
    cases
      .filter(({ owner }) => (owner ?? null) === person)
      .flatMap((one) => one[side].offers)
      .filter(({ closeMode }) => closeMode === 'HANDOFF').length;
  const tasks = (side: keyof Sides<unknown>, person: string | null) =>
    cases.flatMap((one) => one[side].tasks).filter(({ assignee }) => assignee === person).length;
  return {
    comparedAccounts: cases.length,
    changedAccounts: cases.filter(isChanged).length,
    gained: shifts('before', 'after'),
    lost: shifts('after', 'before'),
    suppressed: ['NO_SIGNAL', 'CAP_USER', 'OUTRANKED']
      .map((code) => ({ code, before: coded('before', code), after: coded('after', code) }))
      .filter(({ before, after }) => before + after > 0),
    loads: new Map(
      [...PEOPLE, null].map((person) => [
        person,
        {
          handoffs: { before: handed('before', person), after: handed('after', person) },
          tasks: { before: tasks('before', person), after: tasks('after', person) },
        },
      ]),
    ),
    sample: cases
      .filter(isChanged)
      .sort((a, b) => stickyShare('simulation', a.accountId) - stickyShare('simulation', b.accountId))
      .slice(0, size)
      .map(({ accountId, before, after }) => ({ accountId, before: keys(before), after: keys(after) })),
  };
}

describe('the tally of a simulation', () => {
  it('tells what counting every number by itself tells', () => {
    fc.assert(
      fc.property(accounts, fc.integer({ min: 0, max: 5 }), (cases, size) => {
        const figures = figuresOf(tallied(cases, size), TERMS);
        const { loads, sample, ...plain } = naively(cases, size);
        expect(figures).toMatchObject(plain);
        expect(figures.sample.map(({ differences: _differences, ...shift }) => shift)).toEqual(sample);
        const busy = [...loads].filter(([, { handoffs, tasks }]) =>
          [handoffs, tasks].some(({ before, after }) => before + after > 0),
        );
        expect(new Map(figures.loads.map(({ person, ...load }) => [person, load]))).toEqual(new Map(busy));
      }),
    );
  });

  it('is the same when it is stored half-way and goes on, and when the accounts come in another order', () => {
    fc.assert(
      fc.property(accounts, fc.nat(40), (cases, cut) => {
        const whole = figuresOf(tallied(cases, 3), TERMS);
        const half = JSON.parse(JSON.stringify(tallied(cases.slice(0, cut), 3))) as TallyRecord;
        expect(figuresOf(tallied(cases.slice(cut), 3, half), TERMS)).toEqual(whole);
        expect(figuresOf(tallied([...cases].reverse(), 3), TERMS)).toEqual(whole);
      }),
    );
  });

  it('says of a sampled account which offers differ, and by which code the other release keeps each back', () => {
    const before: ComparedOutcome = {
      offers: [{ offerKey: 'growth', closeMode: 'SELF_SERVE' }],
      suppressed: [{ offerKey: 'pack', code: 'OUTRANKED' }],
      tasks: [],
    };
    const after: ComparedOutcome = {
      offers: [
        { offerKey: 'pack', closeMode: 'SELF_SERVE' },
        { offerKey: 'new', closeMode: 'SELF_SERVE' },
      ],
      suppressed: [{ offerKey: 'growth', code: 'CAP_USER' }],
      tasks: [],
    };
    const [shift] = tallied([{ accountId: 'a', owner: undefined, before, after }], 1).sample;
    expect(shift).toEqual({
      accountId: 'a',
      before: ['growth'],
      after: ['pack', 'new'],
      differences: [
        { offerKey: 'growth', before: null, after: 'CAP_USER' },
        { offerKey: 'new', before: null, after: null },
        { offerKey: 'pack', before: 'OUTRANKED', after: null },
      ],
    });
  });
});
