/** The sources as plain JavaScript, for tests of what Node itself must be able to load, such as threads. */
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type Options, transformFileSync } from '@swc/core';

const ROOT = path.resolve(__dirname, '../..');
/** Within the project, so that libraries are found from there. */
const CACHE = path.join(ROOT, 'node_modules/.cache');

const OPTIONS: Options = {
  jsc: { parser: { syntax: 'typescript', decorators: true }, target: 'es2022' },
  module: { type: 'commonjs' },
};

/** A folder of compiled files. */
export interface CompiledSources {
  /** Where the compiled form of a file lies, named from the top of the project. */
  fileOf(source: string): string;
  remove(): void;
}

/** Compiles all of src that has no decorators, and these files of the tests; takes a second or two. */
export function compileSources(scripts: readonly string[]): CompiledSources {
  mkdirSync(CACHE, { recursive: true });
  const folder = mkdtempSync(path.join(CACHE, 'compiled-'));
  const fileOf = (source: string) => path.join(folder, source.replace(/\.ts$/, '.js'));
  const sources = readdirSync(path.join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.startsWith(path.join('adapters', 'graphql')))
    .map((name) => path.join('src', name));
  for (const source of [...sources, ...scripts]) {
    const { code } = transformFileSync(path.join(ROOT, source), OPTIONS);
    mkdirSync(path.dirname(fileOf(source)), { recursive: true });
    writeFileSync(fileOf(source), code);
  }
  return { fileOf, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
