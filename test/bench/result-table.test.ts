import type { RoundResult } from '../../bench/service/load-round';
import { contenderTable, halfLoadTable, type PlaceResult, ratioTo } from '../../bench/service/result-table';

const rounds = (...figures: (readonly [requestsPerSecond: number, cpuMicros: number])[]): RoundResult[] =>
  figures.map(([requestsPerSecond, cpuMicros], at) => ({
    requestsPerSecond,
    cpuMicros,
    p50Millis: 2,
    p99Millis: 8,
    longestBlockMillis: 10 * (at + 1),
    refusedShare: 0.01 * at,
  }));

const plain = { name: 'plain', rounds: rounds([100, 5_000], [90, 6_000], [500, 1_000]), halfRounds: [] };
const apollo = { name: 'apollo', rounds: rounds([8_000, 80], [9_000, 100], [10_000, 90]), halfRounds: [] };
const ours = {
  name: 'ours',
  rounds: rounds([4_000, 120], [3_000, 180], [5_000, 135]),
  halfRounds: rounds([2_000, 140], [1_500, 150]).map((round) => ({ ...round, p99Millis: 12 })),
};
const place: PlaceResult = { database: 'sqlite', accounts: 1_000_000, contenders: [plain, apollo, ours] };
const yardsticks = { plain: 'plain', apollo: 'apollo' };

const lastRow = (table: string) =>
  table
    .split('\n')
    .at(-1)
    ?.split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());

describe('the tables of the service benchmark', () => {
  it('give medians, and the middle of what ours was of the plain service and of tuned Apollo in the same round', () => {
    expect(lastRow(contenderTable([place], yardsticks))).toEqual([
      'sqlite',
      '1,000,000',
      'ours',
      '4000',
      '135',
      '2.0',
      '8.0',
      '20',
      '1.0 %',
      '33.3',
      '1.50',
    ]);
  });

  it('leave a ratio empty where its yardstick did not run', () => {
    expect(lastRow(contenderTable([{ ...place, contenders: [ours] }], yardsticks))?.slice(-2)).toEqual([
      '',
      '',
    ]);
  });

  it('compare one contender with another, such as many rules with few', () => {
    const many = { rounds: rounds([3_800, 150]) };
    expect(ratioTo(place, many, 'ours', 'requestsPerSecond')).toBe(0.95);
    expect(ratioTo(place, many, 'nobody', 'requestsPerSecond')).toBeNaN();
  });

  it('tell of half the load only who was measured at it, with the longest block of all rounds', () => {
    const table = halfLoadTable([place]);
    expect(table.split('\n')).toHaveLength(3);
    expect(lastRow(table)).toEqual([
      'sqlite',
      '1,000,000',
      'ours',
      '1750',
      '2.00',
      '12.00',
      '6.0',
      '0.5 %',
      '30',
    ]);
  });
});
