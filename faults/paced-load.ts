/** Sends requests at an even pace, however slow the answers are: what comes in does not wait for what was answered. */
import { Agent, type IncomingHttpHeaders, request } from 'node:http';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';

/** How a request ended. */
export interface PacedEnd {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
  /** Milliseconds since it was due, so that a client that lags behind hides nothing. */
  readonly ms: number;
}

/** What to send, and whom to tell. */
export interface PacedRequest {
  readonly body: string;
  readonly ended: (end: PacedEnd) => void;
}

/** A load of POST requests. */
export interface PacedLoad {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Requests a second, and for how long. */
  readonly rate: number;
  readonly seconds: number;
  readonly next: () => PacedRequest;
}

/** So many leave at once when the clock has run ahead. */
const MOST_AT_ONCE = 50;

/**
 * Opens as many connections as it takes. The load tool at hand sends each second's requests in one burst and rests for what
 * is left of it, which measures the length of queues. Returns the seconds until the last answer; rejects when a request fails.
 */
export async function pacedLoad(load: PacedLoad): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: Infinity });
  const total = Math.round(load.rate * load.seconds);
  const started = performance.now();
  const dueAt = (index: number) => started + (index * 1_000) / load.rate;
  const pending: Promise<void>[] = [];
  try {
    while (pending.length < total) {
      const due = Math.min(total, Math.floor(((performance.now() - started) * load.rate) / 1_000));
      const end = Math.min(due, pending.length + MOST_AT_ONCE);
      while (pending.length < end) pending.push(watched(send(load, agent, dueAt(pending.length))));
      await sleep(end < due ? 0 : 1);
    }
    await Promise.all(pending);
    return (performance.now() - started) / 1_000;
  } finally {
    agent.destroy();
  }
}

/** A request that fails while others are still to be sent is told of at the end, not as a rejection that nobody handles. */
function watched(sent: Promise<void>): Promise<void> {
  sent.catch(() => undefined);
  return sent;
}

async function send({ url, headers, next }: PacedLoad, agent: Agent, due: number): Promise<void> {
  const { body, ended } = next();
  const end = await post(url, { ...headers, 'content-length': String(Buffer.byteLength(body)) }, agent, body);
  ended({ ...end, ms: performance.now() - due });
}

function post(
  url: string,
  headers: Readonly<Record<string, string>>,
  agent: Agent,
  body: string,
): Promise<Omit<PacedEnd, 'ms'>> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { method: 'POST', agent, headers }, (response) => {
      const { statusCode: status = 0, headers: answered } = response;
      text(response).then((answer) => resolve({ status, headers: answered, text: answer }), reject);
    });
    sent.on('error', reject);
    sent.end(body);
  });
}
