/** Puts one service under load for a while and measures it. */
import autocannon from 'autocannon';
import { accountIdAt } from './bench-accounts';
import type { MeasuredProcess } from './measured-process';
import { offersBody } from './offers-query';
import { seededRandom } from './seeded-random';

/** How much load. */
export interface Load {
  readonly seconds: number;
  readonly connections: number;
  /** Accounts to ask about, from position 0 up. */
  readonly accounts: number;
  readonly seed: number;
}

/** What one round found. */
export interface RoundResult {
  readonly requestsPerSecond: number;
  /** CPU of the service, in microseconds per answered request. */
  readonly cpuMicros: number;
  /** Time to answer for 99 of 100 requests, in milliseconds. */
  readonly p99Millis: number;
}

/** Asks about accounts drawn at random over loopback. Throws when any request fails: a wrong answer is not a fast one. */
export async function loadRound(service: MeasuredProcess, load: Load): Promise<RoundResult> {
  const random = seededRandom(load.seed);
  const before = await service.cpuMicros();
  const result = await autocannon({
    url: service.url,
    connections: load.connections,
    duration: load.seconds,
    requests: [
      {
        method: 'POST',
        headers: { ...service.headers },
        setupRequest: (request) => ({
          ...request,
          body: offersBody(accountIdAt(random.between(0, load.accounts - 1))),
        }),
      },
    ],
  });
  const after = await service.cpuMicros();
  const failed = result.non2xx + result.errors + result.timeouts;
  const answered = result['2xx'];
  if (failed > 0 || answered === 0)
    throw new Error(`${service.name}: ${failed} of ${answered + failed} requests failed`);
  return {
    requestsPerSecond: answered / result.duration,
    cpuMicros: (after - before) / answered,
    p99Millis: result.latency.p99,
  };
}
