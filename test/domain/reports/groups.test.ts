import { reportRows } from '../../../src/domain/reports/report';
import { answered, countsOf, decided, figuresIn, june, shown, story } from '../../support/report-stories';

const groupsOf = (...parameters: Parameters<typeof countsOf>) =>
  reportRows(countsOf(...parameters)).map(({ group, figures }) => [group, figures.presented]);

describe('the groups of a report', () => {
  const stories = [
    story({
      entries: [shown(), shown({ promptId: 'p2', subject: 'scale', at: june(11), surface: 'VOICE' })],
    }),
    story({ entries: [shown({ segment: null })], segment: null }),
  ];

  it.each([
    [
      'offer',
      [
        [{ offer: 'growth' }, 2],
        [{ offer: 'scale' }, 1],
      ],
    ],
    ['rule', [[{ rule: 'growth-at-limit' }, 3]]],
    [
      'surface',
      [
        [{ surface: 'IN_APP' }, 2],
        [{ surface: 'VOICE' }, 1],
      ],
    ],
    [
      'day',
      [
        [{ day: '2026-06-10' }, 2],
        [{ day: '2026-06-11' }, 1],
      ],
    ],
    [
      'segment',
      [
        [{ segment: 'low-touch' }, 2],
        [{ segment: null }, 1],
      ],
    ],
  ] as const)('by %s come in order, null last', (dimension, expected) => {
    expect(groupsOf(stories, [dimension])).toEqual(expected);
  });

  it('by several dimensions are ordered by the first one asked for', () => {
    expect(groupsOf(stories, ['day', 'offer'])).toEqual([
      [{ day: '2026-06-10', offer: 'growth' }, 2],
      [{ day: '2026-06-11', offer: 'scale' }, 1],
    ]);
  });

  it('are there for whatever was counted, not only for what was presented', () => {
    const quiet = story({
      segment: 'high-touch',
      decisions: [decided({ conversationId: 'c1', surface: 'EMAIL' })],
    });
    expect(groupsOf([quiet], ['segment'])).toEqual([
      [{ segment: 'high-touch' }, 0],
      [{ segment: 'low-touch' }, 0],
    ]);
    expect(groupsOf([quiet], ['surface'])).toEqual([[{ surface: 'EMAIL' }, 0]]);
  });

  it('count a pair once in each, so that distinct counts need not add up over days', () => {
    const twice = story({
      entries: [shown(), shown({ promptId: 'p2', at: june(20) }), answered('ACCEPTED')],
    });
    expect(figuresIn([twice], { day: '2026-06-10' }).acceptanceRate.value).toBe(1);
    expect(figuresIn([twice], { day: '2026-06-20' }).acceptanceRate.value).toBe(0);
    expect(figuresIn([twice], { offer: 'growth' }).acceptanceRate.value).toBe(1);
  });

  it.each([
    [{ offer: 'scale' }, 1],
    [{ rule: 'growth-at-limit' }, 3],
    [{ segment: 'low-touch' }, 2],
    [{ surface: 'VOICE' }, 1],
    [{ offer: 'scale', surface: 'IN_APP' }, 0],
    [{ offer: null, segment: undefined }, 3],
  ])('and the total keep what the filter %j keeps', (filter, presented) => {
    const counts = countsOf(stories, [], filter);
    expect(counts.of('presented', {})).toBe(presented);
  });

  it('are told apart whatever their names are', () => {
    const named = (subject: string, ruleKey: string) => story({ entries: [shown({ subject, ruleKey })] });
    const tricky = [
      named('a","b', 'c'),
      named('a', 'b","c'),
      named('0', 'null'),
      named('__proto__', 'constructor'),
    ];
    expect(groupsOf(tricky, ['offer', 'rule'])).toHaveLength(4);
  });
});
