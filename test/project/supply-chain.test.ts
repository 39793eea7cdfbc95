import path from 'node:path';
import { readFileSync } from 'node:fs';

const root = path.resolve(__dirname, '../..');

interface LockedPackage {
  readonly version?: string;
  readonly integrity?: string;
  readonly resolved?: string;
  readonly link?: boolean;
  readonly inBundle?: boolean;
  readonly optionalDependencies?: Record<string, string>;
}

interface Manifest {
  readonly dependencies: Record<string, string>;
  readonly devDependencies: Record<string, string>;
  readonly overrides: Record<string, string>;
}

const readJson = <T>(file: string) => JSON.parse(readFileSync(path.join(root, file), 'utf8')) as T;
const manifest = readJson<Manifest>('package.json');
const { packages } = readJson<{ packages: Record<string, LockedPackage> }>('package-lock.json');
const installed = Object.entries(packages).filter(([where]) => where !== '');

/** name, lowest version, first version that is too new (null: none known), reason */
const bounds: readonly [string, string, string | null, string][] = [
  ['jsonpath-plus', '11.0.1', null, 'below, a path in a document runs code'],
  ['json-rules-engine', '7.3.1', '8.0.0', 'the differential tests hold our semantics to 7.3'],
  ['@apollo/server', '5.5.1', '6.0.0', 'the listener is built and tested around 5.5'],
  [
    'graphql',
    '16.8.1',
    '17.0.0',
    'below, overlapping fields stall validation (CVE-2023-26144); type-graphql does not take 17',
  ],
  ['type-graphql', '2.0.0-rc.4', '2.0.0-rc.5', 'a release candidate, so pinned'],
  ['graphql-jit', '0.8.9', '0.9.0', 'it executes every hot query; the fallback is tested with 0.8'],
  ['mysql2', '3.9.8', '4.0.0', 'below, options and results can run code (CVE-2024-21508, -21511, -21512)'],
  ['typeorm', '1.1.1', '2.0.0', 'migrations without drift on both databases are tested with 1.1'],
  ['better-sqlite3', '12.0.0', '13.0.0', '13 needs Node 22'],
  ['fast-jwt', '5.0.6', '7.0.0', 'below, a list of issuers passes the check (CVE-2025-30144)'],
  ['liquidjs', '10.0.0', '11.0.0', 'below, templates reach inherited properties (CVE-2022-25948)'],
  ['yaml', '2.2.2', '3.0.0', 'below, crafted text throws out of the parser (CVE-2023-2251)'],
  ['graphql-sse', '2.6.0', '3.0.0', 'the stream endpoint feeds its handler requests of its own making'],
  ['prom-client', '15.1.0', '16.0.0', 'names of the default metrics are in docs/operations.md'],
  ['typescript', '6.0.0', '7.0.0', '7 has no JavaScript API, so typescript-eslint stops'],
];

function parts(version: string): { numbers: number[]; pre: string } {
  const [core = '', pre = ''] = version.split(/-(.*)/s);
  return { numbers: core.split('.').map(Number), pre };
}

/** Semantic-version order; a pre-release comes before its release. */
function compare(left: string, right: string): number {
  const [a, b] = [parts(left), parts(right)];
  for (let at = 0; at < 3; at += 1) {
    const difference = (a.numbers[at] ?? 0) - (b.numbers[at] ?? 0);
    if (difference !== 0) return difference;
  }
  if (a.pre === b.pre) return 0;
  if (a.pre === '') return 1;
  return b.pre === '' || a.pre < b.pre ? -1 : 1;
}

function copiesOf(name: string): [string, LockedPackage][] {
  return installed.filter(([where]) => where.endsWith(`node_modules/${name}`));
}

describe('the packages we rest on', () => {
  it.each(bounds)('%s is at least %s and below %s: %s', (name, lowest, tooNew) => {
    const versions = copiesOf(name).map(([, entry]) => entry.version ?? '');
    expect(versions).not.toEqual([]);
    for (const version of versions) {
      expect(compare(version, lowest)).toBeGreaterThanOrEqual(0);
      if (tooNew !== null) expect(compare(version, tooNew)).toBeLessThan(0);
    }
  });

  it('are compared as semantic versions', () => {
    expect(compare('10.4.0', '9.9.9')).toBeGreaterThan(0);
    expect(compare('11.0.0', '11.0.1')).toBeLessThan(0);
    expect(compare('2.0.0-rc.4', '2.0.0')).toBeLessThan(0);
    expect(compare('2.0.0-rc.4', '2.0.0-rc.5')).toBeLessThan(0);
  });

  it('exist once where two copies would disagree about identity', () => {
    const once = ['graphql', 'reflect-metadata', 'typeorm', 'json-rules-engine'];
    for (const name of once) expect(copiesOf(name).map(([where]) => where)).toEqual([`node_modules/${name}`]);
  });

  it('are named with an exact version in package.json', () => {
    const named = { ...manifest.dependencies, ...manifest.devDependencies, ...manifest.overrides };
    const loose = Object.entries(named).filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version));
    expect(loose).toEqual([]);
  });
});

describe('the lock file', () => {
  it('holds an integrity hash for every package', () => {
    const bare = installed.filter(
      ([, entry]) => !/^sha(512|1)-/.test(entry.integrity ?? '') && !entry.inBundle,
    );
    expect(bare.map(([where]) => where)).toEqual([]);
  });

  it('holds the binaries of every platform, or `npm ci` refuses it elsewhere', () => {
    const wanted = installed.flatMap(([, entry]) => Object.keys(entry.optionalDependencies ?? {}));
    expect(wanted.length).toBeGreaterThan(0);
    expect(wanted.filter((name) => copiesOf(name).length === 0)).toEqual([]);
  });

  it('names no host, so that any registry or mirror can serve it', () => {
    expect(installed.filter(([, entry]) => entry.resolved !== undefined).map(([where]) => where)).toEqual([]);
  });

  it('links to nothing outside and takes nothing from git or a plain address', () => {
    const text = readFileSync(path.join(root, 'package-lock.json'), 'utf8');
    expect(text).not.toMatch(/"(git\+|git:|github:|file:|link:)|"resolved"|"version": "(git|https?):/);
    expect(installed.filter(([, entry]) => entry.link)).toEqual([]);
  });
});
