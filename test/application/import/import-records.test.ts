import type { SourceRecord } from '../../../src/application/import/import-ports';
import { importRecords } from '../../../src/application/import/import-records';
import {
  importParts,
  jsonRecord,
  MemoryJournal,
  MemoryTarget,
  rowRecord,
  sourceOf,
  watching,
} from '../../support/import-doubles';

const events = (first: number, last: number) =>
  Array.from({ length: last - first + 1 }, (_, at) => jsonRecord(first + at, { id: `e${first + at}` }));

const blockOf = (records: readonly SourceRecord[], bytesRead = 100) => ({ records, bytesRead });
const NOT_JSON = { code: 'NOT_JSON', message: 'The line is not one JSON text.', hint: null, column: null };

const brokenAt = (line: number): SourceRecord => ({
  line,
  lastLine: line,
  raw: '{',
  content: { problem: NOT_JSON },
});

describe('an import', () => {
  it('hands batches of at most 1,000 items to ingestion, in their order', async () => {
    const target = new MemoryTarget();
    const source = sourceOf([blockOf(events(1, 700)), blockOf(events(701, 2100))]);
    const outcome = await importRecords(importParts({ source, target }));
    expect(target.calls.map(({ length }) => length)).toEqual([1000, 1000, 100]);
    expect(target.calls.flat()).toEqual(events(1, 2100).map(({ line }) => `e${line}`));
    expect(outcome).toMatchObject({
      outcome: 'finished',
      state: { counts: { applied: 2100, duplicate: 0, rejected: 0 } },
    });
  });

  it('keeps lines that are no items and items that are refused apart, by line, and loses no other', async () => {
    const target = new MemoryTarget('usage', ({ id }) =>
      id === 'e2'
        ? {
            id,
            status: 'REJECTED',
            error: { code: 'INVALID_INPUT', message: 'No.', pointer: '/health/csat', hint: 'Mend it.' },
          }
        : null,
    );
    const journal = new MemoryJournal();
    const source = sourceOf([blockOf([brokenAt(1), ...events(2, 4)])]);
    const outcome = await importRecords(importParts({ source, target, journal }));
    expect(journal.rejected).toEqual([
      { line: 1, raw: '{', ...NOT_JSON },
      {
        line: 2,
        raw: '{"id":"e2"}',
        code: 'INVALID_INPUT',
        message: 'No.',
        hint: 'Mend it.',
        column: 'health.csat',
      },
    ]);
    expect([...target.recorded]).toEqual(['e3', 'e4']);
    expect(outcome).toMatchObject({ state: { counts: { applied: 2, duplicate: 0, rejected: 2 } } });
  });

  it('sets lines aside in their order, whoever refused them', async () => {
    const target = new MemoryTarget('usage', ({ id }) => ({
      id,
      status: 'REJECTED',
      error: { code: 'INVALID_INPUT', message: 'No.', pointer: null, hint: null },
    }));
    const journal = new MemoryJournal();
    const source = sourceOf([blockOf([...events(1, 2), brokenAt(3), ...events(4, 5)])]);
    await importRecords(importParts({ source, target, journal }));
    expect(journal.rejected.map(({ line }) => line)).toEqual([1, 2, 3, 4, 5]);
  });

  it.each([
    ['1,000 lines that are no items', Array.from({ length: 2500 }, (_, at) => brokenAt(at + 1)), 3],
    ['four million characters', events(1, 130).map((event) => ({ ...event, raw: 'x'.repeat(65_536) })), 3],
  ])('holds at most %s at once', async (_what, records, batches) => {
    let saved = 0;
    const journal = new MemoryJournal();
    const record = journal.record;
    journal.record = (...step) => record(...step).finally(() => (saved += 1));
    await importRecords(importParts({ source: sourceOf([blockOf(records)]), journal }));
    expect(saved).toBe(batches);
  });

  it('keeps its witness through batches that add nothing', async () => {
    const target = new MemoryTarget();
    events(1001, 1500).forEach(({ line }) => target.recorded.add(`e${line}`));
    const journal = new MemoryJournal();
    await importRecords(importParts({ source: sourceOf([blockOf(events(1, 1500))]), target, journal }));
    expect(journal.progress).toMatchObject({ line: 1500, witness: 'e1' });
  });

  it('lets the last line about an account count, wherever the batches end', async () => {
    const target = new MemoryTarget('accounts');
    const source = sourceOf([blockOf(['a', 'b', 'a', 'a', 'c'].map((id, at) => jsonRecord(at + 1, { id })))]);
    await importRecords(importParts({ source, target }));
    expect(target.calls).toEqual([['a', 'b'], ['a'], ['a', 'c']]);
  });

  it('goes on where the last run stopped, adding to its counts', async () => {
    const progress = { line: 3, counts: { applied: 2, duplicate: 0, rejected: 1 }, witness: 'e2' };
    const journal = new MemoryJournal(progress);
    const target = new MemoryTarget();
    target.recorded.add('e2');
    const observer = watching();
    const source = sourceOf([blockOf(events(1, 5))]);
    const outcome = await importRecords(importParts({ source, journal, target, observer }));
    expect(target.calls).toEqual([['e4', 'e5']]);
    expect(observer.seen).toEqual(['resumed after 3', 'applied 4']);
    expect(journal.begunFrom).toBe(progress);
    expect(outcome).toMatchObject({
      state: { records: 2, counts: { applied: 4, duplicate: 0, rejected: 1 } },
    });
  });

  it('begins afresh where the database does not hold what the progress claims', async () => {
    const journal = new MemoryJournal({
      line: 3,
      counts: { applied: 3, duplicate: 0, rejected: 0 },
      witness: 'e2',
    });
    const target = new MemoryTarget();
    await importRecords(importParts({ source: sourceOf([blockOf(events(1, 5))]), journal, target }));
    expect(journal.begunFrom).toBeNull();
    expect(target.calls).toEqual([['e1', 'e2', 'e3', 'e4', 'e5']]);
  });

  it('stops after the batch at hand, and says nothing of the rest', async () => {
    const stop = new AbortController();
    const journal = new MemoryJournal();
    const target = new MemoryTarget();
    const observer = { ...watching(), advanced: () => stop.abort() };
    const source = sourceOf([blockOf(events(1, 3000))]);
    const outcome = await importRecords(
      importParts({ source, journal, target, observer, stop: stop.signal }),
    );
    expect(target.calls.map(({ length }) => length)).toEqual([1000]);
    expect(journal).toMatchObject({ finished: false, progress: { line: 1000 } });
    expect(outcome).toMatchObject({ outcome: 'stopped', rejectedName: 'rejected' });
  });

  it('remembers nothing that a fault kept from being recorded, and goes on there afterwards', async () => {
    const journal = new MemoryJournal();
    let calls = 0;
    const target = new MemoryTarget('usage', () => {
      calls += 1;
      if (calls > 1500) throw new Error('disk full');
      return null;
    });
    const source = sourceOf([blockOf(events(1, 3000))]);
    await expect(importRecords(importParts({ source, journal, target }))).rejects.toThrow('disk full');
    expect(journal.progress).toMatchObject({ line: 1000 });
  });

  it('keeps what came before the place where the source can be read no further', async () => {
    const target = new MemoryTarget();
    const source = sourceOf([blockOf(events(1, 2)), { unreadable: 'It is torn off.' }]);
    const outcome = await importRecords(importParts({ source, target }));
    expect(outcome).toEqual({ outcome: 'refused', problems: ['It is torn off.'] });
    expect(target.calls).toEqual([['e1', 'e2']]);
  });

  it('forgets its progress when it is complete', async () => {
    const journal = new MemoryJournal();
    await importRecords(importParts({ source: sourceOf([blockOf(events(1, 2))]), journal }));
    expect(journal.finished).toBe(true);
  });
});

describe('an import of a table', () => {
  const header = rowRecord(1, 'id', 'accountId', 'metric', 'value', 'at');

  it('reads its rows by the header, also when it goes on later', async () => {
    const journal = new MemoryJournal({
      line: 2,
      counts: { applied: 1, duplicate: 0, rejected: 0 },
      witness: null,
    });
    const target = new MemoryTarget();
    const rows = [2, 3].map((line) => rowRecord(line, `e${line}`, 'a', 'seats', '3', '2026-06-01'));
    await importRecords(
      importParts({ source: sourceOf([blockOf([header, ...rows])], true), journal, target }),
    );
    expect(target.calls).toEqual([['e3']]);
  });

  it.each([
    ['without a line', [], /first line must name the columns/],
    ['whose header cannot be read', [{ ...header, content: { problem: NOT_JSON } }], /header of a file/],
    ['whose header names unknown columns', [rowRecord(1, 'id', 'who')], /no column `who`/],
  ])('%s is refused before anything is ingested', async (_what, records, problem) => {
    const target = new MemoryTarget();
    const outcome = await importRecords(importParts({ source: sourceOf([blockOf(records)], true), target }));
    expect('problems' in outcome && outcome.problems.join(' ')).toMatch(problem);
    expect(target.calls).toEqual([]);
  });
});
