/** Holds the release that decisions are made with, and takes a newer one over when there is one. */
import type { CompiledRelease } from '../../domain/decisions/compiled-release';
import type { ReleaseProvider, ReleaseStore } from '../ports';

/** A decision that began with one release ends with it; the next one sees the newer. */
export class ReleaseInForce implements ReleaseProvider {
  private compiled: CompiledRelease | null = null;
  private underWay: Promise<void> | null = null;
  private next: Promise<boolean> | null = null;

  /** `load` makes the release of a number ready, null when there is none; it is never asked for two at once. */
  constructor(
    private readonly store: Pick<ReleaseStore, 'currentNumber'>,
    private readonly load: (number: number) => Promise<CompiledRelease | null>,
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

  /**
   * Takes the newest release over: one prepared read while nothing changed. Whoever asks while another look is under way
   * shares the one after it, which sees everything that was published before they asked. Answers whether a release is in
   * force afterwards; rejects when the newest cannot be loaded, and leaves the one before in force.
   */
  refresh(): Promise<boolean> {
    if (this.next !== null) return this.next;
    if (this.underWay === null) return this.look();
    this.next = this.underWay.then(() => this.look());
    return this.next;
  }

  private look(): Promise<boolean> {
    this.next = null;
    const looking = this.takeNewest();
    const rest = () => void (this.underWay = null);
    this.underWay = looking.then(rest, rest);
    return looking;
  }

  private async takeNewest(): Promise<boolean> {
    const number = await this.store.currentNumber();
    const isNew = number !== 0 && number !== this.compiled?.number;
    if (isNew) this.compiled = (await this.load(number)) ?? this.compiled;
    return this.compiled !== null;
  }
}
