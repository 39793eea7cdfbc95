import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const CHANGES =
  /\b(?:update|delete\s+from|replace\s+into|truncate(?:\s+table)?|insert\s+or\s+replace\s+into)\s+[`"]?audit_entry/i;

describe('the audit log is append-only', () => {
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.ts'),
  );

  it('because no statement in src updates or deletes a line', () => {
    const texts = files.map((name) => ({ name, text: readFileSync(join('src', name), 'utf8') }));
    expect(texts.filter(({ text }) => CHANGES.test(text)).map(({ name }) => name)).toEqual([]);
    expect(
      texts
        .filter(
          ({ text }) => /insertRows|INSERT INTO audit_entry/.test(text) && text.includes("'audit_entry'"),
        )
        .map(({ name }) => name),
    ).toEqual(['adapters/persistence/append-audit.ts']);
  });

  it.each(['UPDATE audit_entry SET', 'delete from `audit_entry`', 'REPLACE INTO audit_entry'])(
    'and this one would be seen: %s',
    (sql) => {
      expect(sql).toMatch(CHANGES);
    },
  );
});
