/** Imports a source: record by record into batches, batch by batch through ingestion, remembering how far it came. */
import type { ImportOutcome, ImportParts } from './import-ports';
import { ImportRun } from './import-run';
import { RecordReader } from './record-reader';

/**
 * Goes on where an interrupted import of the same source stopped. A fault of the database is thrown; what was recorded before it is
 * durable and remembered, so that the next run goes on from there.
 */
export async function importRecords(parts: ImportParts): Promise<ImportOutcome> {
  const { source, target, stop } = parts;
  const run = await ImportRun.begin(parts);
  const reader = new RecordReader(source, target);
  const problems = await readAll(parts, run, reader);
  if (stop.aborted) return run.end('stopped');
  if (problems.length > 0) return { outcome: 'refused', problems };
  if (reader.lacksHeader)
    return {
      outcome: 'refused',
      problems: [`${source.name} is empty: its first line must name the columns.`],
    };
  return run.end('finished');
}

/** Reads until the end, or until asked to stop; hands back why it could not go on. */
async function readAll(
  { source, stop }: ImportParts,
  run: ImportRun,
  reader: RecordReader,
): Promise<readonly string[]> {
  for await (const block of source.blocks(run.line, stop)) {
    if (stop.aborted) return [];
    if ('unreadable' in block) {
      await run.flush();
      return [block.unreadable];
    }
    run.sawBytes(block.bytesRead);
    for (const record of block.records) {
      const read = reader.read(record);
      if ('problems' in read) return read.problems;
      if ('content' in read) await run.add(record, read.content);
      if (stop.aborted) return [];
    }
  }
  return [];
}
