/** Reads the demo accounts of a directory. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SeedFile, SeedFiles } from '../../application/ports';

/** Reads `<directory>/<account id>.json` in ascending byte order of the name; other files are not looked at. */
export class SeedsDirectory implements SeedFiles {
  constructor(private readonly directory: string) {}

  async list(): Promise<readonly SeedFile[]> {
    const names = (await readdir(this.directory)).filter((name) => name.endsWith('.json')).sort();
    return Promise.all(
      names.map(async (name) => ({ name, text: await readFile(join(this.directory, name), 'utf8') })),
    );
  }
}
