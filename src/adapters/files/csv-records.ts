/** Puts the lines of a table together into records, and splits those into cells. */
import { isUtf8 } from 'node:buffer';
import { parse } from 'csv-parse/sync';
import type { LineProblem, SourceRecord } from '../../application/import/import-ports';
import { quotesAfter, withoutReturn, type QuoteState } from './csv-quotes';
import { brokenQuotes, lineTooLong, notUtf8 } from './line-problems';
import { LONGEST_LINE, type PhysicalLine } from './physical-lines';
import type { RecordFormat } from './record-format';

/** A record whose cells are not yet split. */
interface WholeRecord {
  readonly line: number;
  readonly lastLine: number;
  readonly raw: string;
  readonly problem: LineProblem | null;
}

const LINE_FEED = Buffer.from('\n');

/** RFC 4180 with commas, in UTF-8. A quote that is never closed costs the line that opened it, not those after. */
export class CsvRecords implements RecordFormat {
  readonly hasHeader = true;
  /** Lines of a record whose quoted text is still open. */
  private open: PhysicalLine[] = [];
  private openBytes = 0;

  read(lines: readonly PhysicalLine[], isWanted: (lastLine: number) => boolean): readonly SourceRecord[] {
    return withCells(this.assemble(lines), isWanted);
  }

  rest(isWanted: (lastLine: number) => boolean): readonly SourceRecord[] {
    const records: WholeRecord[] = [];
    while (this.open.length > 0) records.push(...this.assemble(this.giveUp(records)));
    return withCells(records, isWanted);
  }

  private assemble(lines: readonly PhysicalLine[]): readonly WholeRecord[] {
    const records: WholeRecord[] = [];
    const waiting = lines.toReversed();
    for (let line = waiting.pop(); line !== undefined; line = waiting.pop()) {
      const state = this.stateAfter(line);
      if (state === 'open') this.keepOpen(line);
      else if (state === 'closed') records.push(this.close(line));
      else if (this.open.length === 0) records.push(refused(line));
      else waiting.push(line, ...this.giveUp(records).toReversed());
    }
    return records;
  }

  private stateAfter(line: PhysicalLine): QuoteState {
    if (line.tooLong || this.openBytes + line.bytes.length > LONGEST_LINE) return 'broken';
    return quotesAfter(line.bytes, this.open.length > 0 ? 'open' : 'closed');
  }

  private keepOpen(line: PhysicalLine): void {
    this.open.push(line);
    this.openBytes += line.bytes.length + 1;
  }

  private close(line: PhysicalLine): WholeRecord {
    const lines = [...this.open, line];
    this.open = [];
    this.openBytes = 0;
    return wholeRecord(lines);
  }

  /** Refuses the line that opened the quote; the others are to be looked at again. */
  private giveUp(records: WholeRecord[]): readonly PhysicalLine[] {
    const [first, ...others] = this.open;
    this.open = [];
    this.openBytes = 0;
    if (first !== undefined) records.push(refused(first));
    return others;
  }
}

function refused(line: PhysicalLine): WholeRecord {
  const raw = withoutReturn(line.bytes).toString('utf8');
  return { line: line.line, lastLine: line.line, raw, problem: line.tooLong ? lineTooLong : brokenQuotes };
}

function wholeRecord(lines: readonly PhysicalLine[]): WholeRecord {
  const [first] = lines;
  const bytes =
    lines.length === 1 && first !== undefined
      ? first.bytes
      : Buffer.concat(lines.flatMap((line, index) => (index === 0 ? [line.bytes] : [LINE_FEED, line.bytes])));
  return {
    line: first?.line ?? 0,
    lastLine: lines.at(-1)?.line ?? 0,
    raw: withoutReturn(bytes).toString('utf8'),
    problem: isUtf8(bytes) ? null : notUtf8,
  };
}

/** Splits all sound records at once; the quotes have been followed, so that each text is exactly one record. */
function withCells(
  records: readonly WholeRecord[],
  isWanted: (lastLine: number) => boolean,
): readonly SourceRecord[] {
  const stated = records.filter(
    ({ raw, problem, lastLine }) => (raw.trim() !== '' || problem !== null) && isWanted(lastLine),
  );
  const sound = stated.filter(({ problem }) => problem === null);
  const text = sound.map(({ raw }) => `${raw}\n`).join('');
  const rows = parse(text, { recordDelimiter: '\n', relaxColumnCount: true }).values();
  return stated.map(({ line, lastLine, raw, problem }) => {
    const content = problem === null ? { cells: rows.next().value ?? [] } : { problem };
    return { line, lastLine, raw, content };
  });
}
