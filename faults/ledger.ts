/** What the client was told, in a file of its own: it is compared with the database afterwards. */
import { appendFileSync, writeFileSync } from 'node:fs';

/** Written before anything else happens with an acknowledgement. */
export class Ledger {
  /** Answer by id of the unit, as its bytes were. */
  readonly acknowledged = new Map<string, string>();
  /** Ids whose repeat was answered with other bytes, or whose changed body was not refused. */
  readonly disagreements = new Set<string>();
  /** Answers that are neither a success nor a failure of the moment, with one example each. */
  readonly surprises = new Map<string, number>();
  private last: number | null = null;
  private longest = 0;

  constructor(private readonly file: string) {
    writeFileSync(file, '');
  }

  /** The longest time between two acknowledgements, in milliseconds. */
  get gapMs(): number {
    return Math.round(this.longest);
  }

  /** The first answer counts; every later one must be the same. */
  acknowledge(id: string, answer: string): void {
    const first = this.acknowledged.get(id);
    if (first !== undefined && first !== answer) this.disagreements.add(id);
    if (first !== undefined) return;
    appendFileSync(this.file, `${JSON.stringify([id, answer])}\n`);
    this.acknowledged.set(id, answer);
    const now = performance.now();
    this.longest = Math.max(this.longest, now - (this.last ?? now));
    this.last = now;
  }

  surprise(answer: string): void {
    this.surprises.set(answer, (this.surprises.get(answer) ?? 0) + 1);
  }
}
