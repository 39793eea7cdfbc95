import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { TABLES } from '../../../src/application/import/import-columns';
import type { ImportSubject } from '../../../src/application/import/import-ports';
import { RecordReader } from '../../../src/application/import/record-reader';
import { recordsOf } from '../../support/read-import';

const text = fc.string({ unit: 'binary', minLength: 1, maxLength: 20 });
const number = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0);
const day = fc.date({ min: new Date(0), max: new Date('9998-01-01'), noInvalidDate: true });
const time = day.map((date) => date.toISOString());
const word = fc.constantFrom('PAYING', 'ANNUAL', 'SET', 'CSAT', 'DE');
const part = fc.string({ unit: fc.constantFrom('a', '-', '"', ',', 'é'), minLength: 1, maxLength: 5 });
const list = fc.array(part, { minLength: 1, maxLength: 3 });

const OF_TYPE = {
  text,
  word,
  number,
  boolean: fc.boolean(),
  time,
  list,
  open: fc.oneof(number, fc.boolean(), fc.constant('=1+1'), fc.constant('0012')),
};

/** Items of a subject by the dotted names of their members; any but the required may be left out. */
function flatItems(subject: ImportSubject) {
  const { columns, required, hasAttributes } = TABLES[subject];
  const named = [...columns, ...(hasAttributes ? [['attributes.a.b', 'open'] as const] : [])];
  const members = Object.fromEntries(
    named.map(([name, type]) => [name, OF_TYPE[type] as fc.Arbitrary<unknown>]),
  );
  return fc.record(members, { requiredKeys: [...required] });
}

function cellOf(value: unknown): string {
  if (Array.isArray(value)) return value.join(';');
  if (typeof value === 'string') return value;
  return value === undefined ? '' : JSON.stringify(value);
}

function nested(flat: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const item: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(flat)) {
    const [outer = '', ...inner] = name.split('.');
    if (inner.length === 0) item[outer] = value;
    else item[outer] = { ...(item[outer] as object | undefined), [inner.join('.')]: value };
  }
  return item;
}

describe('a table that another program wrote', () => {
  it.each<ImportSubject>(['accounts', 'usage', 'events'])(
    'of %s reads back as the items it was made of',
    async (subject) => {
      const { columns, hasAttributes } = TABLES[subject];
      const header = [...columns.keys(), ...(hasAttributes ? ['attributes.a.b'] : [])];
      await fc.assert(
        fc.asyncProperty(fc.array(flatItems(subject), { minLength: 1, maxLength: 5 }), async (items) => {
          const rows = items.map((item) => header.map((name) => cellOf(item[name])));
          const written = stringify([header, ...rows], { quoted_string: true, bom: true });
          const target = { subject, attributeType: () => null };
          const reader = new RecordReader({ name: 'a file', hasHeader: true }, target);
          const read = (await recordsOf(written, 'csv', 97)).map((record) => reader.read(record));
          expect(read).toEqual([
            { header: 'read' },
            ...items.map((item) => ({ content: { item: nested(item) } })),
          ]);
        }),
        { numRuns: 200 },
      );
    },
  );
});
