import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readEnvironment, SETTING_NAMES } from '../../src/adapters/runtime/environment';

const readme = readFileSync(path.resolve(__dirname, '../../README.md'), 'utf8');
const rows = readme
  .slice(readme.indexOf('## Settings'), readme.indexOf('## More'))
  .split('\n')
  .filter((line) => line.startsWith('| `'))
  .map((line) => line.split('|').map((cell) => [...cell.matchAll(/`([^`]+)`/g)].map(([, code]) => code)));
const documented = new Map(
  rows.flatMap(([, names = [], defaults = []]) => names.map((name, at) => [name, defaults[at]] as const)),
);

describe('the settings', () => {
  it('are documented in README.md, each once, and no others', () => {
    expect([...documented.keys()].sort()).toEqual([...SETTING_NAMES].sort());
    expect(rows.flatMap(([, names = []]) => names)).toHaveLength(documented.size);
  });

  it('have the defaults that are documented', () => {
    const reading = readEnvironment({});
    const values = 'environment' in reading ? { ...reading.environment } : {};
    const given = Object.entries(values).filter(([, value]) => value !== undefined);
    expect(given.map(([name]) => [name, documented.get(name)])).toEqual(
      given.map(([name, value]) => [name, String(value)]),
    );
  });
});
