/** Words the results of the service benchmark: medians per contender, and what they are of each other. */
import { max, median } from 'simple-statistics';
import type { RoundResult } from './load-round';
import { markdownTable } from './markdown-table';

/** The rounds of one contender. */
export interface ContenderResult {
  readonly name: string;
  /** As much as it takes. */
  readonly rounds: readonly RoundResult[];
  /** At half of that, sent on time whether or not the answers came; empty where that was not measured. */
  readonly halfRounds: readonly RoundResult[];
}

/** Every contender on one database, in one run. */
export interface PlaceResult {
  readonly database: string;
  readonly accounts: number;
  readonly contenders: readonly ContenderResult[];
}

/** Whom the others are compared with. */
export interface Yardsticks {
  readonly plain: string;
  readonly apollo: string;
}

/** One row per contender and database. Ratios are those within a round; a yardstick that did not run leaves its cells empty. */
export function contenderTable(places: readonly PlaceResult[], yardsticks: Yardsticks): string {
  const head = [
    'database',
    'accounts',
    'service',
    'req/s',
    'CPU µs',
    'p50 ms',
    'p99 ms',
    'block ms',
    'refused',
  ];
  const ratios = ['req/s : plain', 'CPU : Apollo'];
  const rows = places.flatMap((place) =>
    place.contenders.map((contender) => contenderRow(place, contender, yardsticks)),
  );
  return markdownTable([...head, ...ratios], rows);
}

function contenderRow(place: PlaceResult, contender: ContenderResult, { plain, apollo }: Yardsticks) {
  const of = (member: keyof RoundResult, digits = 0) => middle(contender.rounds, member).toFixed(digits);
  return [
    ...placeOf(place),
    contender.name,
    of('requestsPerSecond'),
    of('cpuMicros'),
    of('p50Millis', 1),
    of('p99Millis', 1),
    of('longestBlockMillis'),
    percent(contender.rounds),
    ratioTo(place, contender, plain, 'requestsPerSecond').toFixed(1),
    ratioTo(place, contender, apollo, 'cpuMicros').toFixed(2),
  ].map((cell) => (cell === 'NaN' ? '' : cell));
}

/** One row per contender that was measured at half of its reach; blocks are the longest of all rounds. */
export function halfLoadTable(places: readonly PlaceResult[]): string {
  const head = [
    'database',
    'accounts',
    'service',
    'req/s',
    'p50 ms',
    'p99 ms',
    'p99 : p50',
    'refused',
    'longest block ms',
  ];
  const rows = places.flatMap((place) =>
    place.contenders
      .filter(({ halfRounds }) => halfRounds.length > 0)
      .map((contender) => halfLoadRow(place, contender)),
  );
  return markdownTable(head, rows);
}

function halfLoadRow(place: PlaceResult, { name, rounds, halfRounds }: ContenderResult): string[] {
  const [p50, p99] = [middle(halfRounds, 'p50Millis'), middle(halfRounds, 'p99Millis')];
  const blocks = [...rounds, ...halfRounds].map(({ longestBlockMillis }) => longestBlockMillis);
  return [
    ...placeOf(place),
    name,
    middle(halfRounds, 'requestsPerSecond').toFixed(0),
    p50.toFixed(2),
    p99.toFixed(2),
    median(halfRounds.map(({ p99Millis, p50Millis }) => p99Millis / p50Millis)).toFixed(1),
    percent(halfRounds),
    max(blocks).toFixed(0),
  ];
}

/**
 * How many times what the other contender took on the same database in the same round, in the middle of all rounds: the machine
 * may be twice as fast in one round as in another. NaN when the other did not run.
 */
export function ratioTo(
  { contenders }: PlaceResult,
  { rounds }: Pick<ContenderResult, 'rounds'>,
  other: string,
  member: keyof RoundResult,
): number {
  const found = contenders.find(({ name }) => name === other);
  if (found === undefined) return NaN;
  return median(rounds.map((round, at) => round[member] / (found.rounds[at]?.[member] ?? NaN)));
}

function placeOf({ database, accounts }: PlaceResult): string[] {
  return [database, accounts.toLocaleString('en-US')];
}

function middle(rounds: readonly RoundResult[], member: keyof RoundResult): number {
  return median(rounds.map((round) => round[member]));
}

function percent(rounds: readonly RoundResult[]): string {
  return `${(100 * middle(rounds, 'refusedShare')).toFixed(1)} %`;
}
