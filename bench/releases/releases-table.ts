/** Words what came of a run under new releases. */
import { linearRegression, max, median } from 'simple-statistics';
import { markdownTable } from '../service/markdown-table';
import type { SteadyResult } from '../service/steady-round';
import type { ProcessMemory } from '../service/measured-process';

/** One stretch of load and what the service held after it. */
export interface Stretch extends SteadyResult {
  /** Minutes since the start of the run, at its end. */
  readonly minute: number;
  readonly longestBlockMillis: number;
  readonly memory: ProcessMemory;
}

/** Everything found. */
export interface ReleasesResult {
  readonly database: string;
  readonly rules: number;
  readonly published: number;
  /** Milliseconds that publishing took, each. */
  readonly publishMillis: readonly number[];
  /** Releases that answers came from. */
  readonly seen: number;
  /** Milliseconds from publishing to the first answer, each. */
  readonly delayMillis: readonly number[];
  readonly mixed: number;
  readonly back: number;
  readonly stretches: readonly Stretch[];
}

/** The share of a run that is left out of the slopes, while caches and compiled code still grow. */
const WARM_UP_SHARE = 0.2;
const MEGABYTE = 1_048_576;

/** A table with one figure a line. */
export function releasesTable(result: ReleasesResult): string {
  const { stretches } = result;
  const sum = (member: 'answered' | 'refused' | 'failed') =>
    stretches.reduce((total, each) => total + each[member], 0);
  const longest = max(stretches.map(({ longestBlockMillis }) => longestBlockMillis));
  return markdownTable(
    [`${result.database}, ${result.rules} rules`, ''],
    [
      ['releases published', String(result.published)],
      ['publishing one, median ms', median([...result.publishMillis]).toFixed(0)],
      ['releases that answers came from', String(result.seen)],
      ['published to first answer, median ms', median([...result.delayMillis]).toFixed(0)],
      ['answers', String(sum('answered'))],
      ['refused with 503', String(sum('refused'))],
      ['failed', String(sum('failed'))],
      ['mixed', String(result.mixed)],
      ['from an earlier release than before', String(result.back)],
      ['p50 ms, median of stretches', median(stretches.map(({ p50Millis }) => p50Millis)).toFixed(2)],
      ['p99 ms, median of stretches', median(stretches.map(({ p99Millis }) => p99Millis)).toFixed(2)],
      ['slowest answer, ms', max(stretches.map(({ longestMillis }) => longestMillis)).toFixed(0)],
      ['longest block of the event loop, ms', longest.toFixed(0)],
      ['longest block, median of stretches, ms', median(stretches.map(blockOf)).toFixed(0)],
      ['heap after collection', growth(stretches, 'heapUsed')],
      ['resident memory', growth(stretches, 'rss')],
    ],
  );
}

function blockOf({ longestBlockMillis }: Stretch): number {
  return longestBlockMillis;
}

function growth(stretches: readonly Stretch[], member: 'heapUsed' | 'rss'): string {
  const steady = afterWarmUp(stretches);
  const [first, last] = [steady[0], steady.at(-1)].map(
    (stretch) => (stretch?.memory[member] ?? NaN) / MEGABYTE,
  );
  return `${first?.toFixed(1)} MB, then ${last?.toFixed(1)} MB; ${slopePerMinute(stretches, member).toFixed(2)} MB a minute`;
}

/** Megabytes a minute by least squares over the stretches after the warm-up; NaN for fewer than two. */
export function slopePerMinute(stretches: readonly Stretch[], member: keyof ProcessMemory): number {
  const points = afterWarmUp(stretches).map(({ minute, memory }) => [minute, memory[member] / MEGABYTE]);
  return points.length < 2 ? NaN : linearRegression(points).m;
}

function afterWarmUp(stretches: readonly Stretch[]): readonly Stretch[] {
  return stretches.slice(Math.floor(stretches.length * WARM_UP_SHARE));
}
