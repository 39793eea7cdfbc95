import { importDisplay } from '../../../src/adapters/cli/import-display';
import type { ImportState } from '../../../src/application/import/import-ports';

const stateAt = (elapsedMs: number, totalBytes: number | null = 100): ImportState => ({
  counts: { applied: 10, duplicate: 0, rejected: 0 },
  records: 10,
  bytesRead: 50,
  bytesBefore: 0,
  totalBytes,
  elapsedMs,
});

describe('the display of an import', () => {
  it.each([
    ['without a terminal', false, 100],
    ['on a terminal, of a source whose end nobody knows,', true, null],
  ])('%s is a line at most every five seconds', (_where, terminal, totalBytes) => {
    const printed: string[] = [];
    const display = importDisplay((text) => void printed.push(text), terminal);
    for (const elapsed of [1_000, 4_999, 5_000, 6_000, 9_999, 10_000, 16_000])
      display.advanced(stateAt(elapsed, totalBytes));
    display.end();
    expect(printed).toHaveLength(3);
  });

  it('says after which line an interrupted one goes on', () => {
    const printed: string[] = [];
    importDisplay((text) => void printed.push(text), false).resumed(12_000);
    expect(printed).toEqual(['Going on after line 12,000, where the last run stopped.\n']);
  });
});
