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
  /** Time to answer for half of the requests, and for 99 of 100, in milliseconds; whole ones where the load is closed. */
  readonly p50Millis: number;
  readonly p99Millis: number;
  /** The longest that the service's event loop was away, in milliseconds. */
  readonly longestBlockMillis: number;
  /** The share of requests that were told to come again later (503), 0 to 1: none on a machine that has time for the service. */
  readonly refusedShare: number;
}

/** What our service says when it has no room; no answer, and no wrong one. */
const REFUSED = '"OVERLOADED"';

/** As much as the service can take: every connection asks again as soon as it was answered. Throws when any request fails in another way than 503. */
export async function loadRound(service: MeasuredProcess, load: Load): Promise<RoundResult> {
  let wrong = '';
  const before = await service.figures();
  const result = await autocannon({
    url: service.url,
    connections: load.connections,
    duration: load.seconds,
    verifyBody: (body: unknown) => {
      const isRight = isAnswer(String(body)) || String(body).includes(REFUSED);
      if (!isRight) wrong = String(body);
      return isRight;
    },
    requests: [requestOf(service, load)],
  });
  const after = await service.figures();
  const { '2xx': answered, errors, timeouts, mismatches } = result;
  const refused = Number(result.statusCodeStats?.['503']?.count ?? 0);
  const others = result.non2xx - refused;
  if (others + errors + timeouts + mismatches > 0 || answered === 0)
    throw new Error(
      `${service.name}: ${answered} answered, ${others} with another status, ${mismatches} without an answer, ` +
        `${errors} broken, ${timeouts} too late. ${wrong}`,
    );
  return {
    requestsPerSecond: answered / result.duration,
    cpuMicros: (after.cpuMicros - before.cpuMicros) / answered,
    p50Millis: result.latency.p50,
    p99Millis: result.latency.p99,
    longestBlockMillis: after.longestBlockMillis,
    refusedShare: refused / (answered + refused),
  };
}

function requestOf({ headers }: MeasuredProcess, { seed, accounts }: Load): autocannon.Request {
  const random = seededRandom(seed);
  const next = () => offersBody(accountIdAt(random.between(0, accounts - 1)));
  return {
    method: 'POST',
    headers: { ...headers },
    setupRequest: (request) => ({ ...request, body: next() }),
  };
}

/** GraphQL tells of errors with status 200 as well, and a wrong answer is not a fast one. */
function isAnswer(body: string): boolean {
  return !body.includes('"errors":');
}
