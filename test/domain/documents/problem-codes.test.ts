/** Every code is documented, every documented code exists, and every code is found somewhere. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { PROBLEM_CODES } from '../../../src/domain/documents/problem-codes';

const documented = [...readFileSync('docs/problems.md', 'utf8').matchAll(/^\| `([A-Z_]+)` *\| (.*?) *\|$/gm)];

const sources = ['src/domain/documents', 'src/domain/checks', 'src/application/govern']
  .flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)))
  .filter((path) => path.endsWith('.ts') && !path.endsWith('problem-codes.ts'))
  .map((path) => readFileSync(path, 'utf8'))
  .join('\n');

test('docs/problems.md lists every code with its meaning, and no other', () => {
  expect(documented.map(([, code, meaning]) => [code, meaning])).toEqual(Object.entries(PROBLEM_CODES));
});

test.each(Object.keys(PROBLEM_CODES))('%s is found somewhere', (code) => {
  expect(sources).toContain(`'${code}'`);
});
