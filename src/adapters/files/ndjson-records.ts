/** Reads one JSON text from each line. */
import { isUtf8 } from 'node:buffer';
import type { RecordContent, SourceRecord } from '../../application/import/import-ports';
import { withoutReturn } from './csv-quotes';
import { lineTooLong, notJson, notUtf8 } from './line-problems';
import type { PhysicalLine } from './physical-lines';
import type { RecordFormat } from './record-format';

/** A record is a line; nothing carries over to the next one. */
export class NdjsonRecords implements RecordFormat {
  readonly hasHeader = false;

  read(lines: readonly PhysicalLine[], isWanted: (lastLine: number) => boolean): readonly SourceRecord[] {
    return lines.filter(({ line }) => isWanted(line)).flatMap(recordOf);
  }

  rest(): readonly SourceRecord[] {
    return [];
  }
}

function recordOf({ line, bytes, tooLong }: PhysicalLine): readonly SourceRecord[] {
  const raw = withoutReturn(bytes).toString('utf8');
  if (raw.trim() === '') return [];
  return [{ line, lastLine: line, raw, content: contentOf(raw, bytes, tooLong) }];
}

function contentOf(raw: string, bytes: Buffer, tooLong: boolean): RecordContent {
  if (tooLong) return { problem: lineTooLong };
  if (!isUtf8(bytes)) return { problem: notUtf8 };
  try {
    return { value: JSON.parse(raw) as unknown };
  } catch {
    return { problem: notJson };
  }
}
