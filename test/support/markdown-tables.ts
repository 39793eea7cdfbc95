/** Reads the tables of a page, so that a test can hold it to the code. */
import { readFileSync } from 'node:fs';

/** Rows of every table, cells without the backticks around them; heads and rules left out. */
export function tableRows(path: string): string[][] {
  const lines = readFileSync(path, 'utf8').split('\n');
  const rows = lines.filter(
    (line, at) => line.startsWith('|') && !/^\| -/.test(line) && !/^\| -/.test(lines[at + 1] ?? ''),
  );
  return rows.map((line) =>
    line
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.trim().replace(/^`(.*)`$/, '$1')),
  );
}
