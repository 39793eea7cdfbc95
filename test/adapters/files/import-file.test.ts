import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { openImportFile } from '../../../src/adapters/files/import-file';
import type { ImportFormat, SourceBlock } from '../../../src/application/import/import-ports';

const folder = mkdtempSync(join(tmpdir(), 'import-file-'));
afterAll(() => rmSync(folder, { recursive: true }));

const LINES = Array.from({ length: 50_000 }, (_, at) => `{"id":"e${at}"}\n`).join('');

function place(name: string, bytes: string | Buffer): string {
  const file = join(folder, name);
  writeFileSync(file, bytes);
  return file;
}

async function blocksOf(file: string, format: ImportFormat | null = null, stop = new AbortController()) {
  const source = await openImportFile({ file, format }, () => Readable.from([]));
  if (typeof source === 'string') throw new Error(source);
  const blocks: SourceBlock[] = [];
  for await (const block of source.blocks(0, stop.signal)) blocks.push(block);
  return { source, blocks };
}

const countOf = (blocks: readonly SourceBlock[]) =>
  blocks.reduce((sum, block) => sum + ('records' in block ? block.records.length : 0), 0);

describe('the file of an import', () => {
  it.each([
    ['a.csv', 'id,name,status\n', true],
    ['a.CSV', 'id,name,status\n', true],
    ['a.ndjson', '{}\n', false],
    ['a.jsonl', '{}\n', false],
    ['a.csv.gz', gzipSync('id,name,status\n'), true],
    ['a.ndjson.gz', gzipSync('{}\n'), false],
  ])('%s is understood by its name', async (name, bytes, hasHeader) => {
    const { source, blocks } = await blocksOf(place(name, bytes));
    expect(source.hasHeader).toBe(hasHeader);
    expect(countOf(blocks)).toBe(1);
  });

  it.each([
    ['usage.txt', null, 'Say with --format csv or --format ndjson what'],
    ['-', null, 'Say with --format csv or --format ndjson what standard input holds.'],
    ['not-there.csv', null, "not-there.csv can't be read (ENOENT)."],
    [folder, 'csv' as const, 'is no file.'],
  ])('%s with the format %s is refused in one sentence', async (file, format, sentence) => {
    expect(await openImportFile({ file, format }, () => Readable.from([]))).toContain(sentence);
  });

  it.each(['many.ndjson', 'many.ndjson.gz'])('%s tells how many of its bytes were read', async (name) => {
    const bytes = name.endsWith('.gz') ? gzipSync(LINES) : Buffer.from(LINES);
    const { source, blocks } = await blocksOf(place(name, bytes));
    expect(countOf(blocks)).toBe(50_000);
    expect(source.totalBytes).toBe(bytes.length);
    expect(blocks.at(-1)).toHaveProperty('bytesRead', bytes.length);
  });

  it.each([
    ['is torn off', gzipSync(LINES).subarray(0, 60_000), 10_000],
    ['was never compressed', Buffer.from(LINES), 0],
  ])('that %s ends where it can be read no further, in one sentence', async (_what, bytes, atLeast) => {
    const { blocks } = await blocksOf(place('torn.ndjson.gz', bytes));
    expect(countOf(blocks)).toBeGreaterThanOrEqual(atLeast);
    expect(blocks.at(-1)).toEqual({ unreadable: expect.stringMatching(/can't be read any further \(Z_/) });
  });

  it('is left at once when somebody asks to stop', async () => {
    const stop = new AbortController();
    const source = await openImportFile({ file: place('left.ndjson', LINES), format: null }, () =>
      Readable.from([]),
    );
    if (typeof source === 'string') throw new Error(source);
    let blocks = 0;
    for await (const block of source.blocks(0, stop.signal)) {
      expect(block).toHaveProperty('records');
      blocks += 1;
      stop.abort();
    }
    expect(blocks).toBe(1);
  });

  it('is never read faster than its records are taken', async () => {
    let pushed = 0;
    const endless = new Readable({
      highWaterMark: 65_536,
      read() {
        pushed += 1;
        this.push(Buffer.alloc(65_536, '1\n'));
      },
    });
    const source = await openImportFile({ file: '-', format: 'ndjson' }, () => endless);
    if (typeof source === 'string') throw new Error(source);
    const blocks = source.blocks(0, new AbortController().signal)[Symbol.asyncIterator]();
    await blocks.next();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(pushed).toBeLessThan(5);
    await blocks.return?.();
    expect(endless.destroyed).toBe(true);
  });
});
