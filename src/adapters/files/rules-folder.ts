/** Keeps a rules directory on disk up to date with a release. */
import { mkdir, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { RuleFolder } from '../../application/govern/rule-folder';
import { RulesDirectory } from './rules-directory';
import { replaceDurably } from './write-durably';

/** Folders are made when a file needs them. What a killed process leaves beside a file begins with a dot and is looked at by nobody. */
export class RulesFolder implements RuleFolder {
  private readonly reading: RulesDirectory;

  constructor(private readonly directory: string) {
    this.reading = new RulesDirectory(directory);
  }

  async list(): ReturnType<RuleFolder['list']> {
    return (await isThere(this.directory)) ? this.reading.list() : { files: [], strays: [] };
  }

  async write(path: string, text: string): Promise<void> {
    const name = join(this.directory, path);
    await mkdir(dirname(name), { recursive: true });
    const beside = join(dirname(name), `.${basename(name)}.${process.pid}.new`);
    await replaceDurably(name, beside, Buffer.from(text, 'utf8'));
  }

  async remove(path: string): Promise<void> {
    await rm(join(this.directory, path), { force: true });
  }
}

async function isThere(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw fault;
  }
}
