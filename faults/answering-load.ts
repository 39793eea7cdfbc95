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
}

/** Begins at once; `stop` or `done` end it. */
export class AnsweringLoad {
  /** How many units were begun. */
  begun = 0;
  private stopped = false;
  private readonly workers: Promise<unknown>;

  constructor(
    private readonly shape: LoadShape,
    private readonly ledger: Ledger,
  ) {
    this.workers = Promise.all(Array.from({ length: shape.workers }, () => this.work()));
  }

  /** When every unit has been acknowledged. */
  async done(): Promise<void> {
    await this.workers;
  }

  /** Begins nothing more; units without an acknowledgement stay without. */
  async stop(): Promise<void> {
    this.stopped = true;
    await this.workers;
  }

  /** Waits until so many more units are acknowledged than are now; throws when that takes a minute. */
  async moreAcknowledged(count: number): Promise<void> {
    const goal = this.ledger.acknowledged.size + count;
    const deadline = performance.now() + 60_000;
    while (this.ledger.acknowledged.size < goal) {
      if (performance.now() > deadline) throw new Error(`no answer is acknowledged: ${this.examples()}`);
      await wait(2);
    }
  }

  private examples(): string {
    return [...this.ledger.surprises.keys()].slice(0, 3).join(' ') || 'the service does not answer';
  }

  private async work(): Promise<void> {
    const { units = Infinity } = this.shape;
    while (!this.stopped && this.begun < units) {
      const index = this.begun;
      this.begun += 1;
      await this.settle(answerUnit(index), index % 100);
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
      await wait(PAUSE_AFTER_FAILURE_MS);
    } while (!this.stopped);
  }
}
