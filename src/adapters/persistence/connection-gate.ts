/** Bounds how many wait for a connection, and how long. */
import { Semaphore, withTimeout, type SemaphoreInterface } from 'async-mutex';
import { DatabaseFault } from './database-fault';

/** How many may work at once, how many may wait, and how many milliseconds. */
export interface GateLimits {
  readonly connections: number;
  readonly queueLimit: number;
  readonly acquireTimeoutMs: number;
}

/** First come, first served. Whoever can't be let in gets a `DATABASE_BUSY` fault instead of waiting for ever. */
export class ConnectionGate {
  private waiting = 0;
  private readonly places: Semaphore;
  private readonly queue: SemaphoreInterface;

  constructor(private readonly limits: GateLimits) {
    this.places = new Semaphore(limits.connections);
    const tooLate = busy(`waited ${limits.acquireTimeoutMs} ms`);
    this.queue = withTimeout(this.places, limits.acquireTimeoutMs, tooLate);
  }

  /** Places taken, and how many wait for one. */
  get counts(): { readonly inUse: number; readonly waiting: number } {
    return { inUse: this.limits.connections - this.places.getValue(), waiting: this.waiting };
  }

  /** Runs the work while holding a place. */
  async run<T>(work: () => Promise<T>): Promise<T> {
    const release = await this.enter();
    try {
      return await work();
    } finally {
      release();
    }
  }

  private async enter(): Promise<() => void> {
    if (!this.places.isLocked()) return (await this.places.acquire())[1];
    if (this.waiting >= this.limits.queueLimit) throw busy(`${this.waiting} others are waiting`);
    this.waiting += 1;
    try {
      return (await this.queue.acquire())[1];
    } finally {
      this.waiting -= 1;
    }
  }
}

function busy(detail: string): DatabaseFault {
  return new DatabaseFault(
    'DATABASE_BUSY',
    `No database connection came free (${detail}). Try again shortly; if it stays so, raise the pool size or add replicas.`,
  );
}
