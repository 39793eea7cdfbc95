import type { DecisionLogEntry } from '../../../src/application/ports';
import { describeEachDatabase } from '../../support/databases';
import { decisionEntry } from '../../support/decision-entries';

describeEachDatabase('the decision log', (database) => {
  const store = () => database.stores.decisions;
  const added = async (entries: readonly DecisionLogEntry[]) => {
    const before = await store().count();
    await store().insertMany(entries);
    return (await store().count()) - before;
  };

  it('takes a batch of two thousand', async () => {
    expect(await added(Array.from({ length: 2_000 }, (_, index) => decisionEntry(`batch-${index}`)))).toBe(
      2_000,
    );
  });

  it('lets the event loop turn between every hundred lines', async () => {
    let turns = 0;
    let next = setImmediate(function turn() {
      turns += 1;
      next = setImmediate(turn);
    });
    await store().insertMany(Array.from({ length: 500 }, (_, index) => decisionEntry(`turn-${index}`)));
    clearImmediate(next);
    expect(turns).toBeGreaterThanOrEqual(4);
  });

  it('takes an empty batch', async () => {
    expect(await added([])).toBe(0);
  });

  it('takes a batch again without doubling it, and what is new in it', async () => {
    await store().insertMany([decisionEntry('once-1'), decisionEntry('once-2')]);
    expect(await added([decisionEntry('once-2'), decisionEntry('once-3'), decisionEntry('once-3')])).toBe(1);
  });

  it('counts a batch once that eight writers send at the same time', async () => {
    const batch = Array.from({ length: 50 }, (_, index) => decisionEntry(`parallel-${index}`));
    const before = await store().count();
    await Promise.all(Array.from({ length: 8 }, () => store().insertMany(batch)));
    expect((await store().count()) - before).toBe(50);
  });

  it('takes user ids and payloads of any length', async () => {
    const large = Array.from({ length: 30 }, (_, index) =>
      decisionEntry(`large-${index}`, {
        userId: '🚀'.repeat(500),
        payload: JSON.stringify('ü'.repeat(500_000)),
      }),
    );
    expect(await added(large)).toBe(30);
  });

  it('writes all or none', async () => {
    await expect(
      added([decisionEntry('good'), decisionEntry('bad', { decidedAt: '2026-06-01' })]),
    ).rejects.toThrow(RangeError);
    expect(await added([decisionEntry('good')])).toBe(1);
  });
});
