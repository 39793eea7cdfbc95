/** A load of answers: repeats, some of them at once, and changed bodies among them; what fails is sent again under its key. */
import { setTimeout as wait } from 'node:timers/promises';
import { answerUnit, type AnswerUnit } from './answer-units';
import { sendAnswer } from './answering-client';
import type { Ledger } from './ledger';

/** Of a hundred units: how many are sent twice at once, and how many once more with another body. */
const REPEATED = 30;
const CHANGED = 5;
const PAUSE_AFTER_FAILURE_MS = 20;

/** How much load. */
export interface LoadShape {
  readonly url: string;
  /** Units in the air at once. */
  readonly workers: number;
  /** How many units in all; without end when left out. */
  readonly units?: number;
  /** Between two units of one worker, in milliseconds; none when left out. */
  readonly pauseMs?: number;
}

/** Begins at once; `stop` or `done` end it. */
export class AnsweringLoad {
  /** How many units were begun. */
  begun = 0;
  /** How often an answer was turned away with 503, by code: nothing was done, and it was sent again. */
  private readonly refused = new Map<string, number>();
  private stopped = false;
  /** Whether nothing more may be begun; what was begun goes on. */
  private full = false;
  private readonly workers: Promise<unknown>;

  constructor(
    private readonly shape: LoadShape,
    private readonly ledger: Ledger,
  ) {
    this.workers = Promise.all(Array.from({ length: shape.workers }, () => this.work()));
  }

  /** When every unit has been acknowledged, or all that were begun in so many milliseconds. */
  async doneWithin(ms: number): Promise<void> {
    const limit = Number.isFinite(ms) ? setTimeout(() => (this.full = true), ms) : undefined;
    await this.workers;
    clearTimeout(limit);
  }

  /** Begins nothing more; units without an acknowledgement stay without. */
  async stop(): Promise<void> {
    this.stopped = true;
    await this.workers;
  }

  /** Waits until so many more units are acknowledged than are now; throws when that takes five minutes. */
  async moreAcknowledged(count: number): Promise<void> {
    const goal = this.ledger.acknowledged.size + count;
    const deadline = performance.now() + 300_000;
    while (this.ledger.acknowledged.size < goal) {
      if (performance.now() > deadline) throw new Error(`no answer is acknowledged: ${this.examples()}`);
      await wait(2);
    }
  }

  /** The refusals in words. */
  get refusals(): string {
    const counts = [...this.refused].map(([code, count]) => `${count} times 503 ${code}`);
    return counts.length === 0 ? 'no answer refused' : `${counts.join(', ')} to answers, sent again`;
  }

  private countRefusal(code: string): void {
    this.refused.set(code, (this.refused.get(code) ?? 0) + 1);
  }

  private examples(): string {
    return [...this.ledger.surprises.keys()].slice(0, 3).join(' ') || 'the service does not answer';
  }

  private async work(): Promise<void> {
    const { units = Infinity, pauseMs = 0 } = this.shape;
    while (!this.stopped && !this.full && this.begun < units) {
      const index = this.begun;
      this.begun += 1;
      await this.settle(answerUnit(index), index % 100);
      if (pauseMs > 0) await wait(pauseMs);
    }
  }

  private async settle(unit: AnswerUnit, share: number): Promise<void> {
    const twice = share < REPEATED;
    await Promise.all([this.untilAcknowledged(unit), twice && this.untilAcknowledged(unit)]);
    if (share >= CHANGED || !this.ledger.acknowledged.has(unit.id)) return;
    const { kind } = await sendAnswer(this.shape.url, unit, 'NOT_NEEDED');
    if (kind === 'acknowledged') this.ledger.disagreements.add(unit.id);
  }

  private async untilAcknowledged(unit: AnswerUnit): Promise<void> {
    do {
      const outcome = await sendAnswer(this.shape.url, unit, 'NOT_NOW');
      if (outcome.kind === 'acknowledged') return this.ledger.acknowledge(unit.id, outcome.text);
      if (outcome.kind === 'conflict') return void this.ledger.disagreements.add(unit.id);
      if (outcome.kind === 'surprise') return this.ledger.surprise(outcome.text);
      if (outcome.status === 503) this.countRefusal(outcome.code ?? 'without a code');
      await wait(PAUSE_AFTER_FAILURE_MS);
    } while (!this.stopped);
  }
}
