/** Reads an import's records from text, as the files adapter does. */
import { Readable } from 'node:stream';
import { openImportFile } from '../../src/adapters/files/import-file';
import type { ImportFormat, SourceRecord } from '../../src/application/import/import-ports';

/** Every record, or the sentence that ends them; the bytes come in chunks of this size. */
export async function recordsOf(
  text: string | Buffer,
  format: ImportFormat,
  chunkBytes = 65_536,
  afterLine = 0,
): Promise<readonly SourceRecord[]> {
  const bytes = Buffer.from(text);
  const starts = Array.from({ length: Math.ceil(bytes.length / chunkBytes) }, (_, at) => at * chunkBytes);
  const chunks = starts.map((start) => bytes.subarray(start, start + chunkBytes));
  const source = await openImportFile({ file: '-', format }, () => Readable.from(chunks));
  if (typeof source === 'string') throw new Error(source);
  const records: SourceRecord[] = [];
  for await (const block of source.blocks(afterLine, new AbortController().signal)) {
    if ('unreadable' in block) throw new Error(block.unreadable);
    records.push(...block.records);
  }
  return records;
}

/** What a record says in short: its line, and its cells, its value or the code of its problem. */
export function inShort({ line, content }: SourceRecord): readonly [number, unknown] {
  if ('cells' in content) return [line, content.cells];
  return [line, 'value' in content ? content.value : content.problem.code];
}
