import { accountWrite, seatsEvent } from '../../support/account-writes';
import { describeEachDatabase } from '../../support/databases';

describeEachDatabase('usage events', (database) => {
  const times = [
    '2026-03-29T01:00:00.000Z',
    '2026-03-29T01:59:59.999Z',
    '2026-03-29T02:00:00.000Z',
    '2026-03-29T02:30:00.001Z',
    '2026-10-25T00:59:59.999Z',
    '2026-12-31T23:59:59.999Z',
  ];
  const events = times.map((at, index) => seatsEvent(`at-${index}`, 'timed', { at, value: index + 0.1 }));
  const store = () => database.stores.accountStore;

  beforeAll(() =>
    store().writeMany([
      accountWrite('timed', {
        usageEvents: [
          ...[...events].reverse(),
          seatsEvent('other', 'timed', { metric: 'Seats', at: times[0] }),
          seatsEvent('ß', 'timed', { metric: 'ties' }),
          seatsEvent('B', 'timed', { metric: 'ties' }),
          seatsEvent('a', 'timed', { metric: 'ties', kind: 'ADD', value: -1e-7 }),
        ],
      }),
      accountWrite('Timed', { usageEvents: [seatsEvent('foreign', 'Timed', { at: times[0] })] }),
    ]),
  );

  it('come back to the millisecond, whatever the clocks of Europe did that night', async () => {
    expect(await store().usageEvents('timed', 'seats', null, null)).toEqual(events);
  });

  it.each([
    ['from is inside', times[1], null, [1, 2, 3, 4, 5]],
    ['to is outside', null, times[2], [0, 1]],
    ['both', times[1], times[3], [1, 2]],
    ['an empty range', times[2], times[2], []],
    ['a millisecond makes the difference', '2026-03-29T01:59:59.998Z', times[2], [1]],
  ])('are bounded by time: %s', async (_title, from, to, expected) => {
    const found = await store().usageEvents('timed', 'seats', from ?? null, to ?? null);
    expect(found).toEqual(expected.map((index) => events[index]));
  });

  it('of the same moment follow the bytes of their ids', async () => {
    const found = await store().usageEvents('timed', 'ties', null, null);
    expect(found.map(({ id, kind, value }) => [id, kind, value])).toEqual([
      ['B', 'SET', 5],
      ['a', 'ADD', -1e-7],
      ['ß', 'SET', 5],
    ]);
  });

  it.each([0.1 + 0.2, Number.MAX_SAFE_INTEGER, 1e300, 5e-324, -0.5])(
    'keep the value %d exactly',
    async (value) => {
      const id = `value ${value}`;
      await store().write(accountWrite(id, { usageEvents: [seatsEvent(id, id, { value })] }));
      expect((await store().usageEvents(id, 'seats', null, null))[0]?.value).toBe(value);
    },
  );
});
