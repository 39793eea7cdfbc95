/** One reader's view of changes: many that come while it is busy are one. */

type Tick = IteratorResult<undefined, undefined>;

const CHANGED: Tick = { done: false, value: undefined };
const ENDED: Tick = { done: true, value: undefined };

/** Unlike a generator it ends at once when its reader leaves, also while it waits. */
export class ChangeFeed implements AsyncIterableIterator<undefined, undefined> {
  private pending = false;
  private ended = false;
  private readonly readers: ((tick: Tick) => void)[] = [];

  constructor(private readonly onEnd: () => void) {}

  [Symbol.asyncIterator](): this {
    return this;
  }

  /** There is something new. */
  tell(): void {
    const reader = this.readers.shift();
    if (reader === undefined) this.pending = true;
    else reader(CHANGED);
  }

  next(): Promise<Tick> {
    if (this.ended) return Promise.resolve(ENDED);
    if (!this.pending) return new Promise((resolve) => this.readers.push(resolve));
    this.pending = false;
    return Promise.resolve(CHANGED);
  }

  /** Ends it; the second time does nothing. */
  return(): Promise<Tick> {
    if (!this.ended) this.onEnd();
    this.ended = true;
    for (const reader of this.readers.splice(0)) reader(ENDED);
    return Promise.resolve(ENDED);
  }
}
