/** The order of offers: visible terms, stable ties, one per family, no more than asked for. */
import fc from 'fast-check';
import { drop } from '../../../src/domain/decisions/candidate';
import { rank } from '../../../src/domain/decisions/ranking';
import { decide } from '../../../src/domain/decisions/decide';
import { aSnapshot, IN_APP, NOW, used } from '../../support/decisions-account';
import { NOTHING_BEFORE, offerMade } from '../../support/decisions-ask';
import { ALWAYS, aRelease, offer, recommend, rule } from '../../support/decisions-release';

const offers = fc.uniqueArray(
  fc.record({
    offerKey: fc.stringMatching(/^[a-z]{1,3}$/),
    family: fc.constantFrom('core', 'desk', 'mail'),
    signal: fc.constant('USAGE_LIMIT' as const),
    score: fc.integer({ min: 0, max: 5 }),
  }),
  { selector: ({ offerKey }) => offerKey },
);

type Drawn = Parameters<typeof rank>[0][number];

const BOUNDS = { first: 2, room: null };
const asItIs = (drawn: Drawn): Drawn => drawn;

describe('ranking', () => {
  it('keeps or drops every offer, at most one of a family, the best of it', () => {
    fc.assert(
      fc.property(offers, fc.nat(4), (given, first) => {
        const { kept, dropped } = rank(given, { first, room: null }, asItIs);
        expect([...kept, ...dropped].map(({ offerKey }) => offerKey).sort()).toEqual(
          given.map(({ offerKey }) => offerKey).sort(),
        );
        expect(new Set(kept.map(({ family }) => family)).size).toBe(kept.length);
        expect(kept.length).toBeLessThanOrEqual(first);
        for (const { family, score } of kept) {
          expect(score).toBe(Math.max(...given.filter((o) => o.family === family).map((o) => o.score)));
        }
      }),
    );
  });

  it('does not depend on the order in which offers come', () => {
    fc.assert(
      fc.property(
        offers.chain((given) =>
          fc.tuple(fc.constant(given), fc.shuffledSubarray(given, { minLength: given.length })),
        ),
        ([given, shuffled]) => expect(rank(shuffled, BOUNDS, asItIs)).toEqual(rank(given, BOUNDS, asItIs)),
      ),
    );
  });

  it('gives the place of what can’t be had to the next, and asks for nothing that gives way', () => {
    fc.assert(
      fc.property(offers, fc.nat(4), fc.func(fc.boolean()), (given, first, canBeHad) => {
        const asked: string[] = [];
        const { kept, dropped } = rank(given, { first, room: null }, (drawn, place) => {
          asked.push(drawn.offerKey);
          if (!canBeHad(drawn.offerKey)) return drop(drawn.offerKey, 'wording', 'FACT_MISSING', 'No words.');
          return { ...drawn, place };
        });
        expect(kept.map(({ place }) => place)).toEqual(kept.map((_, at) => at + 1));
        const wordless = dropped.filter(({ stage }) => stage === 'wording').map(({ offerKey }) => offerKey);
        expect(asked.sort()).toEqual([...kept.map(({ offerKey }) => offerKey), ...wordless].sort());
        const had = given.filter(({ offerKey }) => canBeHad(offerKey));
        expect(kept.map(({ place: _place, ...drawn }) => drawn)).toEqual(
          rank(had, { first, room: null }, asItIs).kept,
        );
      }),
    );
  });

  it('breaks ties by key', () => {
    const tied = ['b', 'a'].map((offerKey) => ({
      offerKey,
      family: offerKey,
      signal: 'USAGE_LIMIT' as const,
      score: 1,
    }));
    expect(rank(tied, BOUNDS, asItIs).kept.map(({ offerKey }) => offerKey)).toEqual(['a', 'b']);
  });
});

describe('a score', () => {
  it('is the sum of terms that can be seen', async () => {
    const made = await offerMade(
      aRelease({ rule: [rule('r', ALWAYS, { type: 'score', params: { points: 40 } })] }),
    );
    expect(made.scoreTerms).toEqual([
      { term: 'priority', value: 1, weight: 1, points: 1 },
      { term: 'signal', value: 1, weight: 5, points: 5 },
      { term: 'urgency', value: 0.9, weight: 10, points: 9 },
      { term: 'readiness', value: 40, weight: 0.1, points: 4 },
    ]);
    expect(made.score).toBe(19);
  });

  it.each([
    ['holds urgency at twice the limit', 35, 2],
    ['knows no urgency without use', 0, 0],
  ])('%s', async (_, units, urgency) => {
    const release = aRelease({ rule: [rule('r', ALWAYS, recommend('growth-plan'))] });
    const { scoreTerms } = await offerMade(release, aSnapshot({}, { seats: used(units) }));
    expect(scoreTerms.find(({ term }) => term === 'urgency')?.value).toBe(urgency);
  });

  it('is rounded to a hundredth, sum and summands', async () => {
    const release = aRelease({ rule: [rule('r', ALWAYS, recommend('growth-plan'))] });
    const { score, scoreTerms } = await offerMade(release, aSnapshot({}, { seats: used(139 / 15) }));
    expect(scoreTerms.find(({ term }) => term === 'urgency')?.points).toBe(9.27);
    expect(Math.round(score * 100) / 100).toBe(score);
  });
});

it('what gives way says to whom, or that there was no room', async () => {
  const release = aRelease({
    offer: [offer('second'), offer('third', { family: 'other' })],
    rule: ['second', 'third'].map((key) => rule(key, ALWAYS, recommend(key, { metric: undefined }))),
  });
  const { offers: made, suppressed } = await decide(
    release,
    aSnapshot(),
    { context: IN_APP, first: 1, ...NOTHING_BEFORE },
    NOW,
  );
  expect(made.map(({ offerKey }) => offerKey)).toEqual(['growth-plan']);
  expect(suppressed).toMatchObject([
    { offerKey: 'second', code: 'OUTRANKED', message: expect.stringContaining('`growth-plan`') },
    { offerKey: 'third', code: 'OUTRANKED', message: 'Only the first 1 offers were asked for.' },
  ]);
});
