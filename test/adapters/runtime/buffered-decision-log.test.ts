import type { DecisionLogEntry, DecisionStore } from '../../../src/application/ports';
import {
  BufferedDecisionLog,
  type DecisionLogLimits,
} from '../../../src/adapters/runtime/buffered-decision-log';
import { decisionEntry } from '../../support/decision-entries';

/** A store that a test can break, hold and look into. */
class SwitchableStore implements DecisionStore {
  readonly batches: (readonly DecisionLogEntry[])[] = [];
  attempts = 0;
  broken = false;
  hold: Promise<void> = Promise.resolve();

  async insertMany(entries: readonly DecisionLogEntry[]): Promise<void> {
    this.attempts += 1;
    await this.hold;
    if (this.broken) throw new Error('disk full');
    this.batches.push([...entries]);
  }

  async count(): Promise<number> {
    return this.batches.flat().length;
  }
}

function logOver(store: DecisionStore, limits: Partial<DecisionLogLimits> = {}) {
  const lines: string[] = [];
  const write = (_details: unknown, message?: string) => void lines.push(message ?? '');
  const logger = { error: write, info: write };
  return { lines, log: new BufferedDecisionLog(store, logger, { capacity: 10, batchSize: 3, ...limits }) };
}

const fill = (log: BufferedDecisionLog, count: number) => {
  for (let index = 0; index < count; index += 1) log.append(decisionEntry(`d${index}`));
};

describe('the buffered decision log', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('writes a full batch at once and the rest at the next interval, in order', async () => {
    const store = new SwitchableStore();
    const { log } = logOver(store);
    fill(log, 2);
    await jest.advanceTimersByTimeAsync(999);
    expect(store.attempts).toBe(0);
    await jest.advanceTimersByTimeAsync(1);
    expect(store.batches.map((batch) => batch.map(({ id }) => id))).toEqual([['d0', 'd1']]);
    fill(log, 3);
    await jest.advanceTimersByTimeAsync(0);
    expect(store.batches).toHaveLength(2);
  });

  it('flushes everything in batches and counts it', async () => {
    const store = new SwitchableStore();
    const { log } = logOver(store);
    fill(log, 8);
    await log.flush();
    expect(store.batches.map((batch) => batch.length)).toEqual([3, 3, 2]);
    expect(log.counts).toEqual({ waiting: 0, written: 8, dropped: 0 });
  });

  it('never waits for the store and never has two writes under way', async () => {
    const store = new SwitchableStore();
    let letGo = () => {};
    store.hold = new Promise((resolve) => (letGo = resolve));
    const { log } = logOver(store);
    fill(log, 9);
    await jest.advanceTimersByTimeAsync(5_000);
    expect([store.attempts, log.counts.waiting]).toEqual([1, 9]);
    letGo();
    await log.flush();
    expect(store.batches.flat().map(({ id }) => id)).toEqual(
      Array.from({ length: 9 }, (_, index) => `d${index}`),
    );
  });

  it('drops and counts what comes on top of a full buffer, entries under way included', async () => {
    const store = new SwitchableStore();
    store.broken = true;
    const { log } = logOver(store);
    fill(log, 25);
    await jest.advanceTimersByTimeAsync(10_000);
    expect(log.counts).toEqual({ waiting: 10, written: 0, dropped: 15 });
  });

  it('keeps a failed batch, tries again each interval, logs the failure once and the recovery once', async () => {
    const store = new SwitchableStore();
    store.broken = true;
    const { log, lines } = logOver(store);
    fill(log, 4);
    await jest.advanceTimersByTimeAsync(3_500);
    fill(log, 4);
    expect(store.attempts).toBe(4);
    store.broken = false;
    await jest.advanceTimersByTimeAsync(1_000);
    expect(store.batches.flat()).toHaveLength(8);
    expect(lines).toEqual([
      'The decision log can not be written; entries are kept.',
      'The decision log is written again.',
    ]);
  });

  it('ends a flush that fails without rejecting and without losing an entry', async () => {
    const store = new SwitchableStore();
    store.broken = true;
    const { log } = logOver(store);
    fill(log, 2);
    await expect(log.flush()).resolves.toBeUndefined();
    expect(log.counts).toEqual({ waiting: 2, written: 0, dropped: 0 });
  });

  it('leaves the process free to end', () => {
    jest.useRealTimers();
    const started = jest.spyOn(globalThis, 'setInterval');
    logOver(new SwitchableStore());
    const timer = started.mock.results[0]?.value as NodeJS.Timeout;
    expect(timer.hasRef()).toBe(false);
    started.mockRestore();
  });
});
