import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import path from 'node:path';

const root = path.resolve(__dirname, '../..');
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');
const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };

/** Files of the project: committed, or new and not ignored. */
const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], { cwd: root, encoding: 'utf8' })
  .split('\n')
  .filter((file) => file !== '' && existsSync(path.join(root, file)));

const records = readdirSync(path.join(root, 'docs/adr')).filter((file) => /^\d/.test(file));

describe('decision records', () => {
  it('are numbered without gaps', () => {
    expect(records.map((file) => Number(file.slice(0, 4)))).toEqual(records.map((_, at) => at + 1));
  });

  it.each(records)('%s says its number, context, decision and consequences, in half a page', (file) => {
    const text = read(`docs/adr/${file}`);
    expect(text).toMatch(new RegExp(`^# ${Number(file.slice(0, 4))}\\. .+\\n`));
    expect(text.match(/^## .*$/gm)).toEqual(['## Context', '## Decision', '## Consequences']);
    expect(text.split(/\s+/).length).toBeLessThan(350);
  });
});

describe('commands named in the documents', () => {
  const pages = files.filter((file) => file.endsWith('.md'));
  const named = pages.flatMap((page) =>
    [...read(page).matchAll(/\bnpm (?:run ([\w:-]+)|(start|test)\b)/g)].map((match) => [
      page,
      match[1] ?? match[2] ?? '',
    ]),
  );

  it.each(named)('%s: %s is a script of package.json', (_page, script) => {
    expect(Object.keys(scripts)).toContain(script);
  });
});

describe('files and folders named in the documents', () => {
  const pages = [
    'CONTRIBUTING.md',
    'README.md',
    'CHANGELOG.md',
    ...files.filter((file) => /^docs\/adr\/.*\.md$/.test(file)),
  ];
  const named = pages
    .filter((page) => existsSync(path.join(root, page)))
    .flatMap((page) =>
      [...read(page).matchAll(/`((?:src|test|docs|rules|seeds|bench)\/[\w./-]*)`/g)].map((match) => [
        page,
        match[1] ?? '',
      ]),
    );

  it.each(named)('%s: %s exists', (_page, file) => {
    expect(existsSync(path.join(root, file)) || files.some((known) => known.startsWith(file))).toBe(true);
  });
});

describe('what has no place in the project', () => {
  const texts = files.filter((file) => /\.(ts|cjs|mjs|js|json|md|sh|yaml|yml|graphql)$|^\.ci\//.test(file));
  const ours = texts.filter((file) => file !== 'package-lock.json' && !file.startsWith('test/project/'));

  it('a test that is skipped or singled out', () => {
    const silenced = /\b(it|test|describe)\.(only|skip|todo)\b|\b(xit|xdescribe|fit|fdescribe)\(/;
    const suites = ours.filter((file) => file.endsWith('.test.ts'));
    expect(suites.filter((file) => silenced.test(read(file)))).toEqual([]);
  });

  it.each([
    ['a path of one machine', /(^|[\s"'`(=])\/(work|home|root|Users|tmp\/\w)[/\w-]/m],
    ['the address of a package registry', /registry\.(npmjs|yarnpkg)|npm\.pkg\.|\bunpkg\.com/],
    ['a silenced rule or type error', /eslint-disable|@ts-(ignore|expect-error|nocheck)|istanbul ignore/],
    ['a mark of unfinished work', /\b(TODO|FIXME|XXX|HACK)\b/],
  ])('%s', (_what, pattern) => {
    expect(ours.filter((file) => pattern.test(read(file)))).toEqual([]);
  });
});
