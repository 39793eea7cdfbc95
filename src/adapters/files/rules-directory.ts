/** Lists the files of a rules directory. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { RuleFile, RuleFiles } from '../../application/ports';
import { DOCUMENT_KINDS, type DocumentKind } from '../../domain/documents/document-kind';
import { keyOfFile } from '../../domain/documents/document-path';
import { inReleaseOrder } from '../../domain/documents/release-hash';

/** Files about a folder rather than documents in it. */
const IGNORED = /^(?:README\.md|\..*)$/;

/** Reads `<directory>/<kind>/<key>.json` and `<directory>/topic/<key>.md`; nothing is cached. */
export class RulesDirectory implements RuleFiles {
  constructor(private readonly directory: string) {}

  async list(): Promise<{ readonly files: readonly RuleFile[]; readonly strays: readonly string[] }> {
    const strays = (await this.namesIn('.')).filter(
      (name) => !(DOCUMENT_KINDS as readonly string[]).includes(name),
    );
    const files: RuleFile[] = [];
    for (const kind of DOCUMENT_KINDS) {
      for (const name of await this.namesIn(kind)) {
        const file = await this.read(kind, name);
        if (file === null) strays.push(`${kind}/${name}`);
        else files.push(file);
      }
    }
    return { files: inReleaseOrder(files), strays };
  }

  /** Names in ascending order; a folder that is not there is empty. */
  private async namesIn(folder: string): Promise<string[]> {
    try {
      const names = await readdir(join(this.directory, folder));
      return names.filter((name) => !IGNORED.test(name)).sort();
    } catch (fault) {
      if (folder !== '.' && (fault as NodeJS.ErrnoException).code === 'ENOENT') return [];
      throw fault;
    }
  }

  private async read(kind: DocumentKind, name: string): Promise<RuleFile | null> {
    const key = keyOfFile(kind, name);
    if (key === null) return null;
    const path = `${kind}/${name}`;
    const text = utf8(await readFile(join(this.directory, path)));
    return text === null ? null : { kind, key, path, text };
  }
}

/** Null for bytes that are no UTF-8; a byte order mark is kept, so that it can be refused by name. */
function utf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}
