import { steadiness } from '../../faults/steadiness';
import type { VitalSigns } from '../../faults/vital-signs';

const MINUTE_MS = 60_000;
const MB = 1_048_576;
const CALM: VitalSigns = {
  at: 0,
  heap: 50 * MB,
  external: 4 * MB,
  resident: 150 * MB,
  files: 60,
  handles: 40,
  connections: 12,
  streams: 20,
  databaseCalls: 3,
};

/** An hour, looked at every minute; `change` makes each look from the minute it is at. */
const anHour = (change: (minute: number) => Partial<VitalSigns>): readonly VitalSigns[] =>
  Array.from({ length: 61 }, (_, minute) => ({ ...CALM, at: minute * MINUTE_MS, ...change(minute) }));

describe('an hour of looks at a service', () => {
  it('climbs in nothing while everything goes up and down and comes back', () => {
    const looks = anHour((minute) => ({
      heap: (50 + (minute % 4)) * MB,
      files: 60 + 20 * (minute % 2),
      connections: 12 - (minute % 3),
    }));
    expect(steadiness(looks).climbing).toEqual([]);
  });

  it.each([
    ['heap', 'an object of 60 bytes for each of a million requests', 60 / 1.048576],
    ['external', 'a buffer that is kept now and then', 2],
  ] as const)('finds %s that climbs: %s', (sign, _title, megabytes) => {
    const looks = anHour((minute) => ({ [sign]: CALM[sign] + (minute / 60) * megabytes * MB }));
    expect(steadiness(looks).climbing).toEqual([sign]);
  });

  it.each(['files', 'handles', 'connections'] as const)('finds %s that are not given back', (sign) => {
    const looks = anHour((minute) => ({ [sign]: CALM[sign] + Math.floor(minute / 6) }));
    expect(steadiness(looks).climbing).toEqual([sign]);
  });

  it('tells of memory that the system has not taken back, and does not judge it', () => {
    const { text, climbing } = steadiness(anHour((minute) => ({ resident: (150 + minute) * MB })));
    expect(climbing).toEqual([]);
    expect(text).toContain('resident 180.0 MB (+60.00/h)');
  });

  it('does not take a fall for a climb', () => {
    expect(steadiness(anHour((minute) => ({ heap: (90 - minute) * MB }))).climbing).toEqual([]);
  });
});
