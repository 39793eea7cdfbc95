/** Judges whether what was looked at again and again stays where it is, or climbs. */
import { linearRegression, mean } from 'simple-statistics';
import type { VitalSigns } from './vital-signs';

/** What must not climb, and the unit it is told in. The resident memory is told, not judged: the allocator keeps what it was given. */
const SIGNS = [
  { sign: 'heap', unit: 'MB', judged: true },
  { sign: 'external', unit: 'MB', judged: true },
  { sign: 'resident', unit: 'MB', judged: false },
  { sign: 'files', unit: '', judged: true },
  { sign: 'handles', unit: '', judged: true },
  { sign: 'connections', unit: '', judged: true },
] as const;

const HOUR_MS = 3_600_000;
const BYTES = 1_048_576;
/** A climb over the whole run that is noise: this share of the mean, or so many of what is counted. */
const NOISE_SHARE = 0.05;
const NOISE_COUNT = 2;

/** The line through one sign: its mean, and how much it climbs in an hour. */
interface Trend {
  readonly text: string;
  readonly climbs: boolean;
}

/** All trends in words, and the signs that climb. Two looks at least. */
export function steadiness(looks: readonly VitalSigns[]): {
  readonly text: string;
  readonly climbing: readonly string[];
} {
  const trends = SIGNS.map(({ sign, unit, judged }) => {
    const { text, climbs } = trendOf(looks, sign, unit);
    return { text: `${sign} ${text}`, climbing: judged && climbs ? [sign] : [] };
  });
  return {
    text: trends.map(({ text }) => text).join(', '),
    climbing: trends.flatMap(({ climbing }) => climbing),
  };
}

function trendOf(looks: readonly VitalSigns[], sign: keyof VitalSigns, unit: 'MB' | ''): Trend {
  const scale = unit === 'MB' ? BYTES : 1;
  const points = looks.map((look) => [look.at / HOUR_MS, look[sign] / scale]);
  const { m: perHour } = linearRegression(points);
  const level = mean(points.map(([, value = 0]) => value));
  const hours = ((looks.at(-1)?.at ?? 0) - (looks[0]?.at ?? 0)) / HOUR_MS;
  const noise = Math.max(NOISE_SHARE * level, unit === 'MB' ? 1 : NOISE_COUNT);
  const signed = `${perHour < 0 ? '' : '+'}${perHour.toFixed(2)}`;
  return {
    text: `${level.toFixed(1)} ${unit} (${signed}/h)`.replace('  ', ' '),
    climbs: perHour * hours > noise,
  };
}
