/** Has SQLite's checkpoints made beside the event loop, which would stand still while the disk is waited for. */
import path from 'node:path';
import { Worker } from 'node:worker_threads';

/** What the thread is told. */
export interface CheckpointOrder {
  readonly file: string;
  /** Milliseconds between two checkpoints. */
  readonly everyMs: number;
}

/** Compiled or not, the thread's file lies beside this one. */
const WORKER = path.join(__dirname, `checkpoint-worker${path.extname(__filename)}`);
const EVERY_MS = 1_000;

/** Pages of the log from which a commit makes a checkpoint itself: SQLite's own number. */
const ALONE = 1_000;
/** The same while the thread is at work: only what it never gets to, since somebody always writes. 64 MB. */
const ATTENDED = 16_000;

/** A thread that fails leaves the commits to do its work, as they do before `start`. */
export class SqliteCheckpoints {
  private worker: Worker | null = null;

  /** `setPages` tells the writing connection how many pages of the log make it checkpoint. */
  constructor(
    private readonly file: string,
    private readonly setPages: (pages: number) => void,
  ) {}

  /** Does nothing when the thread is there already. */
  start(): void {
    if (this.worker !== null) return;
    const order: CheckpointOrder = { file: this.file, everyMs: EVERY_MS };
    const worker = new Worker(WORKER, { workerData: order });
    this.worker = worker;
    worker.unref();
    worker.once('online', () => this.setPages(ATTENDED));
    worker.once('error', () => this.lose());
  }

  /** Waits until the thread has let go of the file, by its own will or because it failed. */
  async stop(): Promise<void> {
    const { worker } = this;
    if (worker === null) return;
    this.worker = null;
    worker.ref();
    const gone = new Promise((resolve) => worker.once('exit', resolve));
    worker.postMessage('stop');
    await gone;
  }

  private lose(): void {
    this.worker = null;
    this.setPages(ALONE);
  }
}
