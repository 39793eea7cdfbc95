/** Holds the release that decisions are made with, and takes a newer one over when there is one. */
import type { CompiledRelease } from '../../domain/decisions/compiled-release';
import type { Release } from '../../domain/documents/release';
import type { ReleaseProvider, ReleaseStore } from '../ports';

/** A decision that began with one release ends with it; the next one sees the newer. */
export class ReleaseInForce implements ReleaseProvider {
  private compiled: CompiledRelease | null = null;

  constructor(
    private readonly store: ReleaseStore,
    private readonly compile: (release: Release) => CompiledRelease,
  ) {}

  /** Throws before the first release was taken over. */
  current(): CompiledRelease {
    if (this.compiled === null) throw new Error('No release has been loaded.');
    return this.compiled;
  }

  /** The same, or null before the first. */
  get loaded(): CompiledRelease | null {
    return this.compiled;
  }

  /** One prepared read while nothing changed. Answers whether a release is in force afterwards. */
  async refresh(): Promise<boolean> {
    const number = await this.store.currentNumber();
    if (number === 0 || number === this.compiled?.number) return this.compiled !== null;
    const release = await this.store.byNumber(number);
    if (release !== null) this.compiled = this.compile(release);
    return this.compiled !== null;
  }
}
