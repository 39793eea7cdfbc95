import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const root = path.resolve(__dirname, '../..');

interface Violation {
  readonly from: string;
  readonly to: string;
  readonly rule: { readonly name: string };
}

/** A tree with one file per planted import; the files they import exist, so that only the direction is at fault. */
const offences: readonly [string, string, string][] = [
  ['src/domain/a.ts', '../application/ports', 'domain-is-pure'],
  ['src/domain/b.ts', '../adapters/http/listener', 'domain-is-pure'],
  ['src/domain/c.ts', 'node:fs', 'no-world-in-the-core'],
  ['src/domain/d.ts', 'liquidjs', 'core-uses-pure-libraries-only'],
  ['src/application/decide/a.ts', '../../adapters/http/listener', 'application-knows-no-adapter'],
  ['src/application/decide/b.ts', '../../composition-root', 'application-knows-no-adapter'],
  ['src/application/decide/c.ts', 'node:crypto', 'no-world-in-the-core'],
  ['src/application/decide/d.ts', 'typeorm', 'core-uses-pure-libraries-only'],
  ['src/application/decide/g.ts', 'luxon', 'durations-of-seeds-only'],
  ['src/adapters/cli/a.ts', '../http/listener', 'adapters-are-islands'],
  ['src/adapters/cli/b.ts', '../../composition-root', 'adapters-look-inward'],
  ['src/adapters/cli/c.ts', 'typeorm', 'library-of-persistence'],
  ['src/adapters/http/a.ts', 'json-rules-engine', 'library-of-rules-engine'],
  ['src/adapters/http/b.ts', 'liquidjs', 'library-of-templates'],
  ['src/adapters/http/c.ts', 'fast-jwt', 'library-of-signing'],
  ['src/adapters/cli/d.ts', 'graphql', 'library-of-graphql-and-http'],
  ['src/adapters/http/k.ts', 'dataloader', 'library-of-graphql-and-persistence'],
  ['src/adapters/http/d.ts', 'pino', 'library-of-runtime'],
  ['src/adapters/http/e.ts', 'commander', 'library-of-cli'],
  ['src/adapters/http/j.ts', 'csv-parse', 'library-of-files'],
  ['src/adapters/http/f.ts', './no-such-file', 'nothing-unresolved'],
  ['src/adapters/http/g.ts', 'jest', 'no-development-packages-in-src'],
  ['src/main.ts', './domain/key', 'main-only-starts'],
  ['src/composition-root.ts', './main', 'composition-root-is-the-top'],
  ['src/domain/ring-one.ts', './ring-two', 'no-cycles'],
];

const permitted: readonly [string, string][] = [
  ['src/domain/e.ts', 'zod'],
  ['src/application/decide/e.ts', '../../domain/key'],
  ['src/application/decide/f.ts', '../ports'],
  ['src/application/seed/a.ts', 'luxon'],
  ['src/adapters/http/h.ts', 'graphql'],
  ['src/adapters/http/i.ts', '../../application/ports'],
  ['src/adapters/persistence/a.ts', 'typeorm'],
];

const PACKAGES = [
  'zod',
  'liquidjs',
  'typeorm',
  'json-rules-engine',
  'fast-jwt',
  'graphql',
  'pino',
  'commander',
  'csv-parse',
  'luxon',
  'dataloader',
  'jest',
];

function write(tree: string, file: string, text: string): void {
  const target = path.join(tree, file);
  mkdirSync(path.dirname(target), { recursive: true });
  writeFileSync(target, text);
}

function plant(tree: string): void {
  for (const file of ['package.json', 'tsconfig.json', '.dependency-cruiser.cjs'])
    cpSync(path.join(root, file), path.join(tree, file));
  for (const name of PACKAGES) {
    write(
      tree,
      `node_modules/${name}/package.json`,
      JSON.stringify({ name, version: '1.0.0', main: 'index.js' }),
    );
    write(tree, `node_modules/${name}/index.js`, '');
  }
  for (const file of ['domain/key', 'application/ports', 'adapters/http/listener', 'composition-root'])
    write(tree, `src/${file}.ts`, 'export const thing = 1;\n');
  write(tree, 'src/domain/alone.ts', 'export const thing = 1;\n');
  write(tree, 'src/domain/ring-two.ts', `export * from './ring-one';\n`);
  for (const [file, target] of [...offences, ...permitted]) write(tree, file, `export * from '${target}';\n`);
}

function cruise(tree: string): readonly Violation[] {
  const binary = path.join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const args = [binary, '--config', '.dependency-cruiser.cjs', '--output-type', 'json', 'src'];
  try {
    return read(execFileSync(process.execPath, args, { cwd: tree, encoding: 'utf8', stdio: 'pipe' }));
  } catch (failure) {
    return read((failure as { stdout: string }).stdout);
  }
}

function read(report: string): readonly Violation[] {
  return (JSON.parse(report) as { summary: { violations: Violation[] } }).summary.violations;
}

describe('the layers', () => {
  let tree: string;
  let violations: readonly Violation[];

  beforeAll(() => {
    tree = mkdtempSync(path.join(tmpdir(), 'layers-'));
    plant(tree);
    violations = cruise(tree);
  });

  afterAll(() => rmSync(tree, { recursive: true, force: true }));

  const rulesBrokenBy = (file: string) => violations.filter((v) => v.from === file).map((v) => v.rule.name);

  it.each(offences)('refuse that %s imports %s: %s', (file, _target, rule) => {
    expect(rulesBrokenBy(file)).toContain(rule);
  });

  it.each(permitted)('let %s import %s', (file) => {
    expect(rulesBrokenBy(file)).toEqual([]);
  });

  it('refuse a file that nothing imports and that imports nothing', () => {
    expect(rulesBrokenBy('src/domain/alone.ts')).toEqual(['no-orphans']);
  });

  it('have a planted offence for every rule', () => {
    const covered = new Set(violations.map((v) => v.rule.name));
    const config = jest.requireActual<{ forbidden: { name: string; comment: string }[] }>(
      '../../.dependency-cruiser.cjs',
    );
    const untested = config.forbidden.map((rule) => rule.name).filter((name) => !covered.has(name));
    expect(untested).toEqual([]);
  });
});
