/** Has a SQLite file worked on by a thread that may wait for the disk, where the event loop would stand still. */
import path from 'node:path';
import Piscina from 'piscina';
import type { SqlStatement } from './sql-database';

/** What the thread is given to know. */
export interface DiskWork {
  readonly file: string;
}

/** What the thread is asked to do: commit statements in one transaction, make a checkpoint, or let go of the file. */
export type DiskTask = readonly SqlStatement[] | 'checkpoint' | 'close';

/** What SQLite said where it could not; null where it could. */
export type DiskAnswer = { readonly code: string; readonly message: string } | null;

/** Compiled or not, the thread's file lies beside this one. */
const WORKER = path.join(__dirname, `disk-worker${path.extname(__filename)}`);
/** Often enough that none takes long: both cores of a small machine are wanted by those who ask. */
const CHECKPOINT_EVERY_MS = 200;

/** Pages of the log from which a commit makes a checkpoint itself: SQLite's own number. */
const ALONE = 1_000;
/** The same while the thread is at work: only what it never gets to, since somebody always writes. 64 MB. */
const ATTENDED = 16_000;

/** A thread that fails leaves its work to the event loop, which did it before `start`. */
export class DiskThread {
  private pool: Piscina<DiskTask, DiskAnswer> | null = null;
  private timer: NodeJS.Timeout | undefined;
  /** The one that has shown that it can work. */
  private proven: Piscina<DiskTask, DiskAnswer> | null = null;
  private checkpointing = false;

  /** `setPages` tells the writing connection how many pages of the log make it checkpoint. */
  constructor(
    private readonly file: string,
    private readonly setPages: (pages: number) => void,
  ) {}

  /** Does nothing when the thread is there already. Resolves when it has shown whether it can work; never rejects. */
  async start(): Promise<void> {
    if (this.pool !== null) return;
    const workerData: DiskWork = { file: this.file };
    this.pool = new Piscina({
      filename: WORKER,
      name: 'workOnDisk',
      minThreads: 1,
      maxThreads: 1,
      workerData,
    });
    // A thread that fails is told by what it was asked to do.
    this.pool.on('error', () => undefined);
    await this.checkpoint();
    if (this.pool === null) return;
    this.proven = this.pool;
    this.setPages(ATTENDED);
    this.timer = setInterval(() => void this.checkpoint(), CHECKPOINT_EVERY_MS).unref();
  }

  /** Whether statements may be given to it. */
  get isAtWork(): boolean {
    return this.pool !== null && this.pool === this.proven;
  }

  /** All or nothing, in the order given; rejects with SQLite's error. To be called while `isAtWork`, by the one who writes. */
  async commit(statements: readonly SqlStatement[]): Promise<void> {
    const refused = await this.ask(statements);
    if (refused !== null) throw Object.assign(new Error(refused.message), { code: refused.code });
  }

  /** Waits until the thread has done what it was asked to and has let go of the file. */
  async stop(): Promise<void> {
    clearInterval(this.timer);
    const { pool } = this;
    if (pool === null) return;
    await this.ask('close').catch(() => undefined);
    this.pool = null;
    await pool.close();
  }

  private async checkpoint(): Promise<void> {
    if (this.checkpointing) return;
    this.checkpointing = true;
    await this.ask('checkpoint').catch(() => undefined);
    this.checkpointing = false;
  }

  private async ask(task: DiskTask): Promise<DiskAnswer> {
    const { pool } = this;
    if (pool === null) throw new Error('The thread that writes to the disk does not run.');
    try {
      return await pool.run(task);
    } catch (fault) {
      this.lose(pool);
      throw fault;
    }
  }

  private lose(pool: Piscina<DiskTask, DiskAnswer>): void {
    if (this.pool !== pool) return;
    this.pool = null;
    clearInterval(this.timer);
    this.setPages(ALONE);
    void pool.destroy();
  }
}
