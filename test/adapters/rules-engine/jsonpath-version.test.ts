/** Holds the least version of jsonpath-plus: older ones run code from paths. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const LEAST = [11, 0, 1];

function isAtLeast(version: string): boolean {
  const parts = version.split('.').map(Number);
  const differing = LEAST.findIndex((least, at) => parts[at] !== least);
  return differing === -1 || (parts[differing] ?? 0) > (LEAST[differing] ?? 0);
}

function versionIn(folder: string): string {
  const file = join(folder, 'package.json');
  if (!existsSync(file)) return versionIn(dirname(folder));
  return (
    (JSON.parse(readFileSync(file, 'utf8')) as { version?: string }).version ?? versionIn(dirname(folder))
  );
}

it.each([
  ['11.0.1', true],
  ['11.1.0', true],
  ['12.0.0', true],
  ['11.0.0', false],
  ['10.4.0', false],
])('compares versions part by part: %s', (version, enough) => {
  expect(isAtLeast(version)).toBe(enough);
});

it('installs jsonpath-plus 11.0.1 or newer for json-rules-engine', () => {
  const library = dirname(require.resolve('json-rules-engine'));
  const installed = versionIn(dirname(require.resolve('jsonpath-plus', { paths: [library] })));
  expect(isAtLeast(installed)).toBe(true);
});

it('locks no older copy anywhere', () => {
  const lock = JSON.parse(readFileSync(join(__dirname, '../../../package-lock.json'), 'utf8')) as {
    packages: Record<string, { version?: string }>;
  };
  const copies = Object.entries(lock.packages).filter(([path]) =>
    path.endsWith('node_modules/jsonpath-plus'),
  );
  expect(copies.length).toBeGreaterThan(0);
  expect(copies.filter(([, { version = '' }]) => !isAtLeast(version))).toEqual([]);
});
