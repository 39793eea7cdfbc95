/** Keeps the decision log off the request path: a bounded buffer, written in batches. */
import type { DecisionLog, DecisionLogEntry, DecisionStore } from '../../application/ports';
import type { Logger } from './logger';

/** How much is kept and how often it is written. */
export interface DecisionLogLimits {
  /** Most entries waiting; what comes on top is dropped and counted. Default 20,000. */
  readonly capacity: number;
  /** Most entries a write; a full batch is written at once. Default 500. */
  readonly batchSize: number;
  /** Longest wait of an entry, and the pause after a failed write, in milliseconds. Default 1,000. */
  readonly flushIntervalMs: number;
}

const DEFAULTS: DecisionLogLimits = { capacity: 20_000, batchSize: 500, flushIntervalMs: 1_000 };

/**
 * One write at a time. A batch that can't be written stays, counts toward the capacity and is tried again at the next
 * interval; the first failure of a row is logged, and the recovery. The timer does not keep the process alive: call
 * `flush` before it ends.
 */
export class BufferedDecisionLog implements DecisionLog {
  private readonly limits: DecisionLogLimits;
  private readonly waiting: DecisionLogEntry[] = [];
  private writing: Promise<void> | null = null;
  private written = 0;
  private dropped = 0;
  private failing = false;

  constructor(
    private readonly store: DecisionStore,
    private readonly logger: Pick<Logger, 'error' | 'info'>,
    limits: Partial<DecisionLogLimits> = {},
  ) {
    this.limits = { ...DEFAULTS, ...limits };
    setInterval(() => void this.flush(), this.limits.flushIntervalMs).unref();
  }

  get counts() {
    return { waiting: this.waiting.length, written: this.written, dropped: this.dropped };
  }

  append(entry: DecisionLogEntry): void {
    if (this.waiting.length >= this.limits.capacity) {
      this.dropped += 1;
      return;
    }
    this.waiting.push(entry);
    if (this.waiting.length >= this.limits.batchSize && !this.failing) void this.flush();
  }

  /** Writes until nothing waits or a write fails; never rejects. */
  flush(): Promise<void> {
    this.writing ??= this.drain().finally(() => {
      this.writing = null;
    });
    return this.writing;
  }

  private async drain(): Promise<void> {
    while (this.waiting.length > 0) if (!(await this.writeBatch())) return;
  }

  private async writeBatch(): Promise<boolean> {
    const batch = this.waiting.slice(0, this.limits.batchSize);
    try {
      await this.store.insertMany(batch);
    } catch (error) {
      this.noteFailure(error);
      return false;
    }
    this.waiting.splice(0, batch.length);
    this.written += batch.length;
    this.noteSuccess();
    return true;
  }

  private noteFailure(error: unknown): void {
    if (this.failing) return;
    this.failing = true;
    this.logger.error(
      { err: error, ...this.counts },
      'The decision log can not be written; entries are kept.',
    );
  }

  private noteSuccess(): void {
    if (!this.failing) return;
    this.failing = false;
    this.logger.info(this.counts, 'The decision log is written again.');
  }
}
