import { stripVTControlCharacters } from 'node:util';
import {
  duration,
  importReport,
  progressLine,
  rateOf,
  timeLeft,
} from '../../../src/adapters/cli/import-words';
import type { ImportState } from '../../../src/application/import/import-ports';

const state = (change: Partial<ImportState> = {}): ImportState => ({
  counts: { applied: 1500, duplicate: 400, rejected: 100 },
  records: 2000,
  bytesRead: 60,
  bytesBefore: 20,
  totalBytes: 100,
  elapsedMs: 4000,
  ...change,
});

describe('the words about an import', () => {
  it.each([
    [0, '0 s'],
    [59_400, '59 s'],
    [59_600, '1 min 0 s'],
    [200_000, '3 min 20 s'],
    [7_500_000, '2 h 5 min'],
  ])('call %d milliseconds %s', (milliseconds, words) => {
    expect(duration(milliseconds)).toBe(words);
  });

  it('reckon the pace and the time left from this run alone', () => {
    expect(rateOf(state())).toBe(500);
    expect(timeLeft(state())).toBe(4000);
    expect(progressLine(state())).toBe('2,000 lines, 500 a second, 60 %, 4 s left');
  });

  it.each<[string, Partial<ImportState>, string]>([
    ['the total is unknown', { totalBytes: null }, '2,000 lines, 500 a second'],
    ['nothing was read yet', { bytesRead: 20, elapsedMs: 0 }, '2,000 lines, 0 a second, 20 %'],
    ['the file is empty', { totalBytes: 0, bytesRead: 0 }, '2,000 lines, 500 a second, 0 %'],
  ])('leave out what nobody can know when %s', (_what, change, line) => {
    expect(progressLine(state(change))).toBe(line);
  });

  it('sum up a finished import, and say where rejected lines are', () => {
    const report = importReport(
      { outcome: 'finished', state: state(), rejectedName: 'x.rejected.ndjson' },
      '',
    );
    expect(stripVTControlCharacters(report)).toBe(
      '2,000 lines in 4 s, 500 a second\napplied 1,500  duplicate 400  rejected 100\n' +
        'Rejected lines, with reasons: x.rejected.ndjson\n',
    );
  });

  it('say how to go on with one that was stopped, and nothing of rejected lines where there are none', () => {
    const counts = { applied: 2000, duplicate: 0, rejected: 0 };
    const outcome = { outcome: 'stopped', state: state({ counts }), rejectedName: 'x' } as const;
    expect(stripVTControlCharacters(importReport(outcome, 'npm run import -- usage u.csv'))).toBe(
      '2,000 lines in 4 s, 500 a second\napplied 2,000  duplicate 0  rejected 0\n' +
        'Stopped. To go on: npm run import -- usage u.csv\n',
    );
  });

  it('tell every reason why nothing could be imported', () => {
    expect(importReport({ outcome: 'refused', problems: ['One.', 'Two.'] }, '')).toBe('One.\nTwo.\n');
  });
});
