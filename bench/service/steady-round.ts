/** Puts one service under a fixed number of requests per second, sent whether or not the ones before were answered. */
import { once } from 'node:events';
import { Agent, request, type IncomingMessage } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { quantileSorted } from 'simple-statistics';
import type { MeasuredProcess } from './measured-process';

/** How much, and what. */
export interface SteadyLoad {
  readonly seconds: number;
  readonly requestsPerSecond: number;
  readonly next: () => SteadyRequest;
}

/** One request and what its answer must be. */
export interface SteadyRequest {
  readonly body: string;
  /** Sees the answer; throws where it is wrong. */
  readonly check: (text: string) => void;
}

/** What came back. */
export interface SteadyResult {
  readonly answered: number;
  /** Answers with the status 503: come again later. */
  readonly refused: number;
  /** Answers with another status than these, broken connections, and answers that the check refused; the first few in words. */
  readonly failed: number;
  readonly failures: readonly string[];
  /** From sending to the last byte; fractions of a millisecond. NaN when nothing came back. */
  readonly p50Millis: number;
  readonly p99Millis: number;
  readonly longestMillis: number;
}

const TOLD_FAILURES = 5;

/** The service had no room. */
class Refused extends Error {}

/** Opens as many connections as are needed to wait for nobody, and keeps them alive. */
export async function steadyRound(
  service: Pick<MeasuredProcess, 'url' | 'headers'>,
  load: SteadyLoad,
): Promise<SteadyResult> {
  const agent = new Agent({ keepAlive: true });
  const millis: number[] = [];
  const failures: string[] = [];
  let [failed, refused] = [0, 0];
  const fail = (fault: unknown) => {
    if (fault instanceof Refused) {
      refused += 1;
      return;
    }
    failed += 1;
    if (failures.length < TOLD_FAILURES) failures.push((fault as Partial<Error>).message ?? String(fault));
  };
  const underWay = new Set<Promise<void>>();
  await inSteps(load, () => {
    const sent = send(service, agent, load.next()).then((took) => void millis.push(took), fail);
    underWay.add(sent);
    void sent.finally(() => underWay.delete(sent));
  });
  await Promise.all(underWay);
  agent.destroy();
  return { answered: millis.length, refused, failed, failures, ...timesOf(millis) };
}

/** Calls as often as is due by now, about every millisecond. */
async function inSteps({ seconds, requestsPerSecond }: SteadyLoad, step: () => void): Promise<void> {
  const started = performance.now();
  for (let done = 0; done < seconds * requestsPerSecond; await sleep(1)) {
    const due = Math.min(seconds, (performance.now() - started) / 1_000) * requestsPerSecond;
    for (; done < due; done += 1) step();
  }
}

function timesOf(millis: number[]): Pick<SteadyResult, 'p50Millis' | 'p99Millis' | 'longestMillis'> {
  if (millis.length === 0) return { p50Millis: NaN, p99Millis: NaN, longestMillis: NaN };
  const sorted = millis.sort((a, b) => a - b);
  const [p50Millis, p99Millis] = [quantileSorted(sorted, 0.5), quantileSorted(sorted, 0.99)];
  return { p50Millis, p99Millis, longestMillis: sorted.at(-1) ?? NaN };
}

/** Milliseconds until the answer was there and right. */
async function send(
  { url, headers }: Pick<MeasuredProcess, 'url' | 'headers'>,
  agent: Agent,
  { body, check }: SteadyRequest,
): Promise<number> {
  const length = { 'content-length': Buffer.byteLength(body) };
  const started = performance.now();
  const asked = request(url, { agent, method: 'POST', headers: { ...headers, ...length } });
  asked.end(body);
  const [response] = (await once(asked, 'response')) as [IncomingMessage];
  const text = await readText(response);
  const took = performance.now() - started;
  if (response.statusCode === 503) throw new Refused(text);
  if (response.statusCode !== 200) throw new Error(`HTTP ${response.statusCode}`);
  check(text);
  return took;
}

function readText(response: IncomingMessage): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    response.setEncoding('utf8');
    response.on('data', (chunk: string) => (text += chunk));
    response.once('end', () => resolve(text));
    response.once('error', reject);
  });
}
