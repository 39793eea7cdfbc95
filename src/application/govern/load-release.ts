/** Brings a stored release into memory: its list, the texts that are not known yet, and then compiled. */
import type { CompiledRelease } from '../../domain/decisions/compiled-release';
import type { ListedDocument } from '../../domain/documents/release';
import type { ReleaseCompiler } from '../decide/release-compiler';
import { inSlices, type Turns } from '../in-slices';
import type { ReleaseReader } from './release-reader';

/** Lines of a list read at once; a database in this process answers them in a few milliseconds. */
const LINES_AT_ONCE = 500;
const TEXTS_AT_ONCE = 200;

/** Requests go on meanwhile: reading and compiling stop for them every few milliseconds. */
export class LoadRelease {
  constructor(
    private readonly store: ReleaseReader,
    private readonly compiler: ReleaseCompiler,
    private readonly turns: Turns,
  ) {}

  /** Null when there is no release of that number; throws when it cannot be compiled at all. */
  async execute(number: number): Promise<CompiledRelease | null> {
    const hash = await this.store.hashOf(number);
    if (hash === null) return null;
    const reading = this.compiler.begin(await this.list(number));
    const texts = await this.texts(reading.missing);
    const documents = await inSlices(reading.steps(texts), this.turns);
    return inSlices(this.compiler.steps({ number, hash }, documents), this.turns);
  }

  private async list(number: number): Promise<readonly ListedDocument[]> {
    const lines: ListedDocument[] = [];
    for (;;) {
      const some = await this.store.listed(number, lines.length, LINES_AT_ONCE);
      lines.push(...some);
      if (some.length < LINES_AT_ONCE) return lines;
      await this.turns.pass();
    }
  }

  private async texts(hashes: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const texts = new Map<string, string>();
    for (let start = 0; start < hashes.length; start += TEXTS_AT_ONCE) {
      const some = await this.store.texts(hashes.slice(start, start + TEXTS_AT_ONCE));
      for (const [hash, text] of some) texts.set(hash, text);
      await this.turns.pass();
    }
    return texts;
  }
}
