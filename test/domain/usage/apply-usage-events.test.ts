/** The figures that usage events give, metric by metric. */
import { METRIC_PERIODS } from '../../../src/domain/documents/kinds/metric-document';
import { feedLines, rulesFor, type Line } from './usage-scenario';

type Figures = readonly [used: number, previous: number | null];

describe('usage of a metric', () => {
  const table: readonly [string, Parameters<typeof rulesFor>, readonly Line[], Figures][] = [
    [
      'a sum adds up',
      ['sum', 'none'],
      [
        ['ADD', 3, '2026-06-01T10:00'],
        ['ADD', 4, '2026-06-02T10:00'],
      ],
      [7, null],
    ],
    [
      'a SET states the level and an ADD changes it',
      ['sum', 'none'],
      [
        ['ADD', 3, '2026-06-01T10:00'],
        ['SET', 10, '2026-06-02T10:00'],
        ['ADD', 1, '2026-06-02T11:00'],
      ],
      [11, null],
    ],
    [
      'an older SET never overrides a newer one',
      ['latest', 'none'],
      [
        ['SET', 10, '2026-06-02T10:00'],
        ['SET', 4, '2026-06-01T10:00'],
      ],
      [10, null],
    ],
    [
      'an ADD from before the latest SET is already in it',
      ['sum', 'none'],
      [
        ['SET', 10, '2026-06-02T10:00'],
        ['ADD', 4, '2026-06-01T10:00'],
      ],
      [10, null],
    ],
    [
      'a level never falls below 0',
      ['sum', 'none'],
      [
        ['ADD', 3, '2026-06-01T10:00'],
        ['ADD', -5, '2026-06-01T11:00'],
        ['ADD', 2, '2026-06-01T12:00'],
      ],
      [2, null],
    ],
    [
      'a peak stays when the level falls',
      ['max', 'none'],
      [
        ['SET', 9, '2026-06-01T10:00'],
        ['SET', 4, '2026-06-02T10:00'],
      ],
      [9, null],
    ],
    [
      'a peak follows ADDs',
      ['max', 'none'],
      [
        ['SET', 9, '2026-06-01T10:00'],
        ['ADD', 2, '2026-06-02T10:00'],
        ['ADD', -6, '2026-06-02T11:00'],
      ],
      [11, null],
    ],
    [
      'a late SET higher than the newest raises the peak',
      ['max', 'calendar-month'],
      [
        ['SET', 4, '2026-06-02T10:00'],
        ['SET', 9, '2026-06-01T10:00'],
      ],
      [9, null],
    ],
    [
      'the last millisecond of a month counts for it',
      ['sum', 'calendar-month'],
      [
        ['ADD', 3, '2026-05-31T23:59'],
        ['ADD', 4, '2026-06-01T00:00'],
      ],
      [4, null],
    ],
    [
      'a month starts from 0 and knows the month before at the same day',
      ['sum', 'calendar-month'],
      [
        ['ADD', 3, '2026-05-10T10:00'],
        ['ADD', 5, '2026-05-20T10:00'],
        ['ADD', 4, '2026-06-15T10:00'],
      ],
      [4, 3],
    ],
    [
      '31 March compares with 28 February',
      ['sum', 'calendar-month'],
      [
        ['ADD', 3, '2026-02-28T10:00'],
        ['ADD', 4, '2026-03-31T10:00'],
      ],
      [4, 3],
    ],
    [
      'a late event of an earlier month corrects the previous figure only',
      ['sum', 'calendar-month'],
      [
        ['ADD', 3, '2026-05-10T10:00'],
        ['ADD', 4, '2026-06-15T10:00'],
        ['ADD', 5, '2026-05-11T10:00'],
      ],
      [4, 8],
    ],
    [
      'an event from before the month before moves nothing',
      ['sum', 'calendar-month'],
      [
        ['ADD', 4, '2026-06-15T10:00'],
        ['ADD', 5, '2026-04-30T10:00'],
      ],
      [4, null],
    ],
    [
      'a rolling sum holds 30 days',
      ['sum', 'rolling-30d'],
      [
        ['ADD', 3, '2026-05-01T10:00'],
        ['ADD', 5, '2026-05-02T10:00'],
        ['ADD', 4, '2026-05-31T10:00'],
      ],
      [9, 3],
    ],
    [
      'a SET states the rolling sum, and ages as of its day',
      ['sum', 'rolling-30d'],
      [
        ['ADD', 3, '2026-05-01T10:00'],
        ['SET', 20, '2026-05-02T10:00'],
        ['ADD', 4, '2026-05-03T10:00'],
      ],
      [24, null],
    ],
    [
      'a rolling peak forgets what is older than 30 days',
      ['max', 'rolling-30d'],
      [
        ['SET', 30, '2026-05-01T10:00'],
        ['SET', 5, '2026-05-02T10:00'],
        ['SET', 4, '2026-05-31T10:00'],
      ],
      [5, 30],
    ],
    [
      'a rolling level starts from 0 after 30 silent days',
      ['latest', 'rolling-30d'],
      [
        ['SET', 30, '2026-05-01T10:00'],
        ['ADD', 1, '2026-05-31T10:00'],
      ],
      [1, 30],
    ],
    [
      'a metric that never resets compares with 30 days earlier',
      ['latest', 'none'],
      [
        ['SET', 7, '2026-03-01T10:00'],
        ['SET', 9, '2026-06-15T10:00'],
      ],
      [9, 7],
    ],
    [
      'figures of one moment count in the order of their ids',
      ['latest', 'none'],
      [
        ['SET', 7, '2026-06-01T10:00'],
        ['ADD', 2, '2026-06-01T10:00'],
      ],
      [9, null],
    ],
  ];

  it.each(table)('%s', (_title, counting, lines, [used, previous]) => {
    const { usage } = feedLines(rulesFor(...counting), lines);
    expect([usage.used, usage.previous]).toEqual([used, previous]);
  });

  it('names the start of the period and the newest event', () => {
    const lines: readonly Line[] = [['SET', 1, '2026-06-15T10:00']];
    const starts = METRIC_PERIODS.map((period) => feedLines(rulesFor('sum', period), lines).usage);
    expect(starts.map((usage) => [usage.periodStart, usage.asOf])).toEqual([
      ['2026-06-01T00:00:00.000Z', '2026-06-15T10:00:00.000Z'],
      ['2026-05-17T00:00:00.000Z', '2026-06-15T10:00:00.000Z'],
      [null, '2026-06-15T10:00:00.000Z'],
    ]);
  });

  it.each<[string, readonly Line[], string | null]>([
    [
      'since it first reached the ratio',
      [
        ['SET', 79, '2026-06-01T10:00'],
        ['SET', 80, '2026-06-02T10:00'],
        ['SET', 95, '2026-06-05T10:00'],
      ],
      '2026-06-02T10:00:00.000Z',
    ],
    [
      'anew after a break',
      [
        ['SET', 80, '2026-06-02T10:00'],
        ['SET', 10, '2026-06-03T10:00'],
        ['SET', 81, '2026-06-04T10:00'],
      ],
      '2026-06-04T10:00:00.000Z',
    ],
    [
      'not at all once below',
      [
        ['SET', 80, '2026-06-02T10:00'],
        ['SET', 79, '2026-06-03T10:00'],
      ],
      null,
    ],
    [
      'from a late event on',
      [
        ['SET', 90, '2026-06-05T10:00'],
        ['SET', 85, '2026-06-02T10:00'],
      ],
      '2026-06-02T10:00:00.000Z',
    ],
  ])('is sustained %s', (_title, lines, since) => {
    expect(feedLines(rulesFor('latest', 'none'), lines).usage.sustainedSince).toBe(since);
  });

  it.each([null, 0])('is never sustained against a limit of %s', (limit) => {
    const rules = rulesFor('latest', 'none', { limit });
    expect(feedLines(rules, [['SET', 80, '2026-06-02T10:00']]).usage.sustainedSince).toBeNull();
  });
});
