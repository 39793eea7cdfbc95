/** Shows how the times of demo accounts are read. */
import { relativeTime } from '../../../src/application/seed/relative-time';

const now = Date.parse('2026-03-31T12:00:00.000Z');

test.each([
  ['PT0S', '2026-03-31T12:00:00.000Z'],
  ['-PT10M', '2026-03-31T11:50:00.000Z'],
  ['-P120D', '2025-12-01T12:00:00.000Z'],
  ['P30D', '2026-04-30T12:00:00.000Z'],
  ['-P1M', '2026-02-28T12:00:00.000Z'],
  ['-P1DT6H', '2026-03-30T06:00:00.000Z'],
])('%s is %s', (text, expected) => {
  expect(relativeTime(text, now)).toBe(expected);
});

test.each(['2026-03-01T00:00:00Z', 'yesterday', '', '120 days'])('%j is no duration', (text) => {
  expect(relativeTime(text, now)).toBeNull();
});
