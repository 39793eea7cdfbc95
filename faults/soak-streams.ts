/** Live notification streams that come and go: each on a connection of its own, left without a word after a while. */
import { type ClientRequest, request } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { KEY } from './service-process';

const OPEN_AT_ONCE = 20;
const SHORTEST_MS = 200;
const LONGEST_MS = 15_000;
const SUBSCRIPTION = 'subscription ($id: ID!) { inAppNotifications(accountId: $id) { id title body } }';

/** Begins at once; `stop` leaves every stream. */
export class SoakStreams {
  opened = 0;
  /** Events that arrived, comments not counted. */
  events = 0;
  /** Streams that were answered with something else than a stream. */
  refused = 0;
  private stopped = false;
  private readonly open = new Set<ClientRequest>();
  private readonly work: Promise<unknown>;

  /** `accountOf`: the account of the stream with this number. */
  constructor(
    private readonly url: string,
    private readonly accountOf: (index: number) => string,
  ) {
    this.work = Promise.all(Array.from({ length: OPEN_AT_ONCE }, () => this.comeAndGo()));
  }

  async stop(): Promise<void> {
    this.stopped = true;
    for (const stream of this.open) stream.destroy();
    await this.work;
  }

  private async comeAndGo(): Promise<void> {
    while (!this.stopped) {
      this.opened += 1;
      await this.listen(
        this.accountOf(this.opened),
        SHORTEST_MS + Math.random() * (LONGEST_MS - SHORTEST_MS),
      );
    }
  }

  private async listen(accountId: string, ms: number): Promise<void> {
    const stream = request(`${this.url}/graphql/stream`, {
      method: 'POST',
      agent: false,
      headers: {
        'content-type': 'application/json',
        accept: 'text/event-stream',
        authorization: `Bearer ${KEY}`,
      },
    });
    const closed = new Promise((resolve) => stream.once('close', resolve));
    stream.on('error', () => undefined);
    stream.on('response', (response) => {
      if (response.statusCode !== 200) this.refused += 1;
      response.on('data', (part: Buffer) => (this.events += part.includes('event: next') ? 1 : 0));
      response.on('error', () => undefined);
    });
    stream.end(JSON.stringify({ query: SUBSCRIPTION, variables: { id: accountId } }));
    this.open.add(stream);
    await Promise.race([closed, wait(ms)]);
    stream.destroy();
    this.open.delete(stream);
  }
}
