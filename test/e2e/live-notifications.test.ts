import { readEnvironment } from '../../src/adapters/runtime/environment';
import { openService } from '../../src/composition-root/open-service';
import { describeEachDatabase } from '../support/databases';
import { openStream } from '../support/event-stream';
import { runningService } from '../support/running-service';

const KEY = 'a-test-key-of-at-least-thirty-two-characters';
const WATCH = 'subscription ($id: ID!) { inAppNotifications(accountId: $id, first: 20) { title } }';
const USAGE = `mutation ($seats: Float!, $id: ID!, $at: DateTime!) {
  recordUsage(input: [{ id: $id, accountId: "beech-brewery", metric: "seats", value: $seats, at: $at }]) { status }
}`;

describeEachDatabase('a portal that watches an account', (database) => {
  const running = runningService(database);

  /** The demo account has 6 of 10 seats in use. */
  const use = (seats: number) =>
    running.ask(USAGE, { seats, id: `live-${seats}`, at: new Date().toISOString() });

  const titles = (streamed: Awaited<ReturnType<Awaited<ReturnType<typeof openStream>>['next']>>) =>
    streamed?.data?.inAppNotifications?.map(({ title }) => title) ?? [];

  it('hears of a crossing that this replica recorded', async () => {
    const stream = await openStream(running.url, KEY, WATCH, { id: 'beech-brewery' });
    const before = titles(await stream.next());
    await use(9);
    const after = titles(await stream.next());
    stream.close();
    expect(after).not.toEqual(before);
    expect(after.length).toBeGreaterThan(0);
  });

  it('hears of one that another replica recorded, by itself', async () => {
    const reading = readEnvironment({
      DATABASE_URL: database.url,
      ADMIN_API_KEY: KEY,
      SIGNING_SECRET: KEY,
      LOG_LEVEL: 'silent',
    });
    if ('problems' in reading) throw new Error(reading.problems.join());
    const other = await openService({ ...reading.environment, PORT: 0 });
    await other.prepare({ seed: false });
    const stream = await openStream((await other.listen()).url, KEY, WATCH, { id: 'beech-brewery' });
    const before = titles(await stream.next());
    await use(10);
    expect(titles(await stream.next())).not.toEqual(before);
    await other.close();
    expect(await stream.next()).toBeNull();
  });
});
