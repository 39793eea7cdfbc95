/** Words the results of the service benchmark: medians per service and database, and their ratios. */
import type { RoundResult } from './load-round';

/** The rounds of both services on one database. */
export interface DatabaseResult {
  readonly database: string;
  readonly ours: readonly RoundResult[];
  readonly naive: readonly RoundResult[];
}

/** The middle value; the mean of the two middle ones for an even number. */
function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const [low = NaN, high = NaN] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  return (low + high) / 2;
}

/** A Markdown table. Ratios are of medians: how many times more requests, how many times less CPU. */
export function resultTable(results: readonly DatabaseResult[]): string {
  const head = ['database', 'service', 'req/s', 'CPU µs/request', 'p99 ms', 'req/s ratio', 'CPU ratio'];
  const rows = results.flatMap(rowsOf);
  const widths = head.map((title, at) => Math.max(title.length, ...rows.map((row) => row[at]?.length ?? 0)));
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(' | ')} |`;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n');
}

function rowsOf({ database, ours, naive }: DatabaseResult): string[][] {
  const middle = (rounds: readonly RoundResult[], member: keyof RoundResult) =>
    median(rounds.map((round) => round[member]));
  const row = (name: string, rounds: readonly RoundResult[]) => [
    database,
    name,
    middle(rounds, 'requestsPerSecond').toFixed(0),
    middle(rounds, 'cpuMicros').toFixed(0),
    middle(rounds, 'p99Millis').toFixed(0),
  ];
  const faster = middle(ours, 'requestsPerSecond') / middle(naive, 'requestsPerSecond');
  const lighter = middle(naive, 'cpuMicros') / middle(ours, 'cpuMicros');
  return [
    [...row('plain', naive), '1.0', '1.0'],
    [...row('ours', ours), faster.toFixed(1), lighter.toFixed(1)],
  ];
}
