/** Gives every read the same time to answer, with one timer for all of them. */
import { DatabaseOverdue } from '../../application/unavailability';

interface Pending {
  readonly since: number;
  readonly giveUp: () => void;
}

/** Reads that answer in time cost no timer of their own. */
export class ReadBudget {
  /** The oldest first. */
  private readonly pending = new Set<Pending>();
  private timer: NodeJS.Timeout | undefined;

  /** `budgetMs`: milliseconds a read may take. */
  constructor(private readonly budgetMs: number) {}

  /** Settles as the work does, or rejects with DatabaseOverdue; what comes later is nobody's any more. */
  within<Value>(work: Promise<Value>): Promise<Value> {
    return new Promise((resolve, reject) => {
      const giveUp = () => reject(new DatabaseOverdue(this.budgetMs));
      const read = { since: performance.now(), giveUp };
      this.pending.add(read);
      this.timer ??= setTimeout(() => this.giveUpOverdue(), this.budgetMs).unref();
      const done = () => this.pending.delete(read);
      work.then(
        (value) => {
          done();
          resolve(value);
        },
        (error: Error) => {
          done();
          reject(error);
        },
      );
    });
  }

  private giveUpOverdue(): void {
    this.timer = undefined;
    for (const read of this.pending) {
      const left = read.since + this.budgetMs - performance.now();
      if (left >= 1) {
        this.timer = setTimeout(() => this.giveUpOverdue(), left).unref();
        return;
      }
      this.pending.delete(read);
      read.giveUp();
    }
  }
}
