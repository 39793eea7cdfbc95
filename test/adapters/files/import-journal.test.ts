import {
  appendFileSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FileImportJournal } from '../../../src/adapters/files/import-journal';
import type { ImportProgress, RejectedLine } from '../../../src/application/import/import-ports';

const folder = mkdtempSync(join(tmpdir(), 'journal-'));
afterAll(() => rmSync(folder, { recursive: true }));

const line = (number: number): RejectedLine => ({
  line: number,
  raw: 'é,"',
  code: 'BROKEN_QUOTES',
  message: 'No.',
  hint: null,
  column: null,
});
const progress = (done: number): ImportProgress => ({
  line: done,
  counts: { applied: done - 1, duplicate: 0, rejected: 1 },
  witness: `e${done}`,
});

let files = 0;
function newFile(): string {
  const file = join(folder, `usage-${(files += 1)}.csv`);
  writeFileSync(file, 'id,accountId,metric,value,at\n');
  return file;
}

const journalOf = (file: string, change: object = {}, target = 'a database') =>
  new FileImportJournal({ file, subject: 'usage', restart: false, ...change }, target);

/** A file whose import was interrupted after line 7, two lines refused; one more was refused and then forgotten. */
async function interrupted(): Promise<string> {
  const file = newFile();
  const journal = journalOf(file);
  await journal.begin(await journal.read());
  await journal.record([line(2), line(5)], progress(7));
  appendFileSync(journal.rejectedName, `${JSON.stringify(line(8))}\n`);
  return file;
}

const rejectedLines = (file: string) =>
  readFileSync(`${file}.rejected.ndjson`, 'utf8')
    .trim()
    .split('\n')
    .map((text) => JSON.parse(text).line);

describe('the journal of an import', () => {
  it('remembers the progress of an interrupted one, and forgets lines refused after it', async () => {
    const file = await interrupted();
    const journal = journalOf(file);
    const left = await journal.read();
    expect(left).toEqual(progress(7));
    await journal.begin(left);
    expect(rejectedLines(file)).toEqual([2, 5]);
    await journal.record([line(8)], progress(9));
    expect(rejectedLines(file)).toEqual([2, 5, 8]);
    expect(await journalOf(file).read()).toEqual(progress(9));
  });

  it.each<[string, (file: string) => Promise<FileImportJournal> | FileImportJournal]>([
    ['it is told to begin again', (file) => journalOf(file, { restart: true })],
    ['something else is imported', (file) => journalOf(file, { subject: 'events' })],
    ['the database is another', (file) => journalOf(file, {}, 'another database')],
    [
      'the file grew',
      (file) => {
        appendFileSync(file, 'more\n');
        return journalOf(file);
      },
    ],
    [
      'the file was touched',
      (file) => {
        utimesSync(file, 1, 1);
        return journalOf(file);
      },
    ],
    [
      'the refused lines were taken away',
      (file) => {
        rmSync(`${file}.rejected.ndjson`);
        return journalOf(file);
      },
    ],
    [
      'the progress makes no sense',
      (file) => {
        writeFileSync(`${file}.progress.json`, '{"line":-1}');
        return journalOf(file);
      },
    ],
    [
      'the progress is torn off',
      (file) => {
        writeFileSync(`${file}.progress.json`, '{"line"');
        return journalOf(file);
      },
    ],
  ])('begins afresh when %s', async (_what, reopen) => {
    const journal = await reopen(await interrupted());
    expect(await journal.read()).toBeNull();
    await journal.begin(null);
    expect(existsSync(journal.rejectedName)).toBe(false);
  });

  it('leaves nothing behind when an import is complete and no line was refused', async () => {
    const file = newFile();
    const journal = journalOf(file);
    await journal.begin(await journal.read());
    await journal.record([], progress(3));
    await journal.finish();
    expect(existsSync(`${file}.progress.json`) || existsSync(journal.rejectedName)).toBe(false);
  });

  it('has no progress to remember of standard input', async () => {
    const journal = journalOf('-');
    expect(await journal.read()).toBeNull();
    await journal.record([], progress(3));
    await journal.finish();
    expect(existsSync('-.progress.json')).toBe(false);
    expect(journal.rejectedName).toBe('standard-input.rejected.ndjson');
  });
});
