/** Gives a suite of imports a folder for its files. */
import { mkdtempSync, readFileSync, existsSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RejectedLine } from '../../src/application/import/import-ports';

/** Files of one suite; gone after its last test. */
export interface ImportFolder {
  /** Writes a file and hands back its path. */
  put(name: string, content: string | Buffer): string;
  /** What was set aside of a file, in its order. */
  rejectedOf(file: string): readonly RejectedLine[];
}

/** Made at once, so that paths can be told while declaring. */
export function importFolder(): ImportFolder {
  const folder = mkdtempSync(join(tmpdir(), 'import-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  return {
    put: (name, content) => {
      const file = join(folder, name);
      writeFileSync(file, content);
      return file;
    },
    rejectedOf: (file) => {
      const name = `${file}.rejected.ndjson`;
      if (!existsSync(name)) return [];
      const lines = readFileSync(name, 'utf8').trim().split('\n');
      return lines.map((line) => JSON.parse(line) as RejectedLine);
    },
  };
}
