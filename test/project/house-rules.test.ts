import { execFileSync } from 'node:child_process';
import path from 'node:path';

const opening = '/** Decides something. */\n';
const longFunction = `/** Long. */\nexport function long(): void {\n${'  void 0;\n'.repeat(40)}}\n`;

/** One process for all probes: the type checker keeps timers that would keep jest waiting. */
function lint(probes: readonly (readonly [string, string])[]): string[][] {
  const script = path.resolve(__dirname, '../support/lint-probes.cjs');
  const options = { input: JSON.stringify(probes), encoding: 'utf8' } as const;
  return JSON.parse(execFileSync(process.execPath, [script], options)) as string[][];
}

const refused: readonly [string, string, string, string][] = [
  ['a file without an opening comment', 'src/domain/probe.ts', 'export {};\n', 'house/opening-comment'],
  ['an index file', 'src/domain/index.ts', `${opening}export {};\n`, 'house/telling-file-name'],
  ['a file named util', 'src/domain/date-utils.ts', `${opening}export {};\n`, 'house/telling-file-name'],
  [
    'a file not in kebab-case',
    'src/domain/offerRank.ts',
    `${opening}export {};\n`,
    'house/telling-file-name',
  ],
  [
    'a type named Manager',
    'src/domain/probe.ts',
    `${opening}/** X. */\nexport class OfferManager {}\n`,
    'house/telling-type-name',
  ],
  [
    'an export without a docstring',
    'src/domain/probe.ts',
    `${opening}const one = 1;\nexport const limit = one;\n`,
    'jsdoc/require-jsdoc',
  ],
  ['a default export', 'src/domain/probe.ts', `${opening}export default 1;\n`, 'no-restricted-exports'],
  ['console outside the command line', 'src/domain/probe.ts', `${opening}console.log(1);\n`, 'no-console'],
  [
    'any',
    'src/domain/probe.ts',
    `${opening}/** X. */\nexport const x: any = 1;\n`,
    '@typescript-eslint/no-explicit-any',
  ],
  [
    'a promise nobody waits for',
    'src/domain/probe.ts',
    `${opening}Promise.resolve(1);\n`,
    '@typescript-eslint/no-floating-promises',
  ],
  [
    'a silenced type error',
    'src/domain/probe.ts',
    `${opening}// @ts-expect-error\nexport {};\n`,
    '@typescript-eslint/ban-ts-comment',
  ],
  ['a function over 40 lines', 'src/domain/probe.ts', `${opening}${longFunction}`, 'max-lines-per-function'],
  ['a file over 250 lines', 'src/domain/probe.ts', `${opening}${'\n'.repeat(250)}export {};\n`, 'max-lines'],
  [
    'a silenced rule',
    'src/domain/probe.ts',
    `${opening}console.log(1); // eslint-disable-line\n`,
    'no-console',
  ],
  [
    'work left undone',
    'src/domain/probe.ts',
    `${opening}// ${'TO'}${'DO'}: later\nexport {};\n`,
    'no-warning-comments',
  ],
  ['a test over 250 lines', 'test/domain/probe.test.ts', `${'\n'.repeat(250)}export {};\n`, 'max-lines'],
];

const permitted: readonly [string, string, string][] = [
  ['a well-kept file', 'src/domain/probe.ts', `${opening}/** Days in a week. */\nexport const DAYS = 7;\n`],
  ['a test without docstrings', 'test/domain/probe.test.ts', 'export const cases = [1];\n'],
];

describe('the house rules', () => {
  let broken: string[][];

  beforeAll(() => {
    broken = lint([...refused, ...permitted].map(([, file, text]) => [file, text]));
  });

  it.each(refused.map((probe, at) => [...probe, at] as const))(
    'refuse %s',
    (_what, _file, _text, rule, at) => {
      expect(broken[at]).toContain(rule);
    },
  );

  it.each(permitted.map((probe, at) => [...probe, at] as const))('permit %s', (_what, _file, _text, at) => {
    expect(broken[refused.length + at]).toEqual([]);
  });
});
