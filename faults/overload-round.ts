/** Sends a load of decisions, with an answer and a report now and then, and counts how each kind ended. */
import autocannon from 'autocannon';
import { pacedLoad } from './paced-load';
import { answerUnit } from './answer-units';
import { serverCpuSeconds } from './server-cpu';
import { KEY } from './service-process';

/** Kinds of requests, the most important first. */
export const KINDS = ['answers', 'evaluations', 'reports'] as const;
type Kind = (typeof KINDS)[number];

/** What came of a round. */
export interface RoundResult {
  /** Served and asked requests per second. */
  readonly goodput: number;
  readonly offered: number;
  /** Seconds of the service's processor time. */
  readonly cpuSeconds: number;
  readonly served: Readonly<Record<Kind, number>>;
  readonly refused: Readonly<Record<Kind, number>>;
  /** Milliseconds after which each refusal came, in order of length, as the client saw it. */
  readonly refusedAfter: readonly number[];
}

/** How to load: each connection asks again when it was answered, or requests leave at a rate however slow the answers are. */
export type RoundLoad = { readonly seconds: number } & (
  { readonly connections: number } | { readonly rate: number; readonly timesPeak: number }
);

/**
 * Answers go first and cost a flush to disk each: with many of them goodput would count something else than at peak. So
 * above the peak there are no more of them a second than at it.
 */
const DECISIONS_PER_ANSWER = 50;
const HEADERS = { 'content-type': 'application/json', authorization: `Bearer ${KEY}` };
const DECISION =
  '($id: ID!) { recommendedOffers(accountId: $id) { motion offers { id title } suppressed { code } } }';
const DECLINE = '($input: DeclineOfferInput!) { declineOffer(input: $input) { __typename } }';
const REPORT = '{ accounts(first: 20) { edges { node { id name } } } }';

/** Rounds against one service; no answer of one is an answer of another. */
export class OverloadRounds {
  private next = 0;
  private decisionsPerAnswer = DECISIONS_PER_ANSWER;

  constructor(private readonly url: string) {}

  /** Throws on anything but what was asked for or 503 with Retry-After. */
  async run(load: RoundLoad): Promise<RoundResult> {
    const counted = new Counted();
    this.decisionsPerAnswer = DECISIONS_PER_ANSWER * ('timesPeak' in load ? load.timesPeak : 1);
    const cpuBefore = await serverCpuSeconds(this.url);
    const duration = await this.load(counted, load);
    const cpuSeconds = (await serverCpuSeconds(this.url)) - cpuBefore;
    if (counted.surprise !== null) throw new Error(counted.surprise);
    const { served, refused, refusedAfter } = counted;
    refusedAfter.sort((left, right) => left - right);
    const [good, turnedAway] = [sumOf(served), sumOf(refused)];
    const rates = { goodput: good / duration, offered: (good + turnedAway) / duration };
    return { ...rates, cpuSeconds, served, refused, refusedAfter };
  }

  /** Seconds until the last answer. */
  private async load(counted: Counted, load: RoundLoad): Promise<number> {
    const url = `${this.url}/graphql`;
    if ('rate' in load) return this.paced(counted, load);
    const { seconds, connections } = load;
    const options = { url, connections, duration: seconds, requests: [this.request(counted)] };
    return (await this.measured(counted, options)).duration;
  }

  private paced(counted: Counted, { rate, seconds }: { rate: number; seconds: number }): Promise<number> {
    return pacedLoad({
      url: `${this.url}/graphql`,
      headers: HEADERS,
      rate,
      seconds,
      next: () => {
        const { kind, body } = this.take();
        return {
          body,
          ended: ({ status, headers, text, ms }) => {
            counted.add(kind, status, text, headers);
            if (status === 503) counted.refusedAfter.push(ms);
          },
        };
      },
    });
  }

  private take(): { readonly kind: Kind; readonly body: string } {
    this.next += 1;
    const kind = kindOf(this.next, this.decisionsPerAnswer);
    return { kind, body: JSON.stringify(bodyOf(this.next, kind)) };
  }

  /** With a callback the library hands out the run itself, which tells of every response. */
  private measured(counted: Counted, options: autocannon.Options): Promise<autocannon.Result> {
    return new Promise((resolve, reject) => {
      const running = autocannon(options, (error: unknown, result) =>
        error instanceof Error ? reject(error) : resolve(result),
      );
      running.on('response', (_client, status, _bytes, ms) => {
        if (status === 503) counted.refusedAfter.push(ms);
      });
    });
  }

  /** Every connection sends the same mix; the kind goes along, because a refusal does not tell it. */
  private request(counted: Counted): autocannon.Request {
    return {
      method: 'POST',
      headers: HEADERS,
      setupRequest: (request, context: { kind?: Kind }) => {
        const { kind, body } = this.take();
        context.kind = kind;
        return { ...request, body };
      },
      onResponse: (status, body, { kind = 'evaluations' }: { kind?: Kind }, headers) =>
        counted.add(kind, status, body, headers ?? {}),
    };
  }
}

/** Counts ends by kind. */
class Counted {
  readonly served = { answers: 0, evaluations: 0, reports: 0 };
  readonly refused = { answers: 0, evaluations: 0, reports: 0 };
  readonly refusedAfter: number[] = [];
  /** The first end that should not be. */
  surprise: string | null = null;

  add(kind: Kind, status: number, body: string, headers: object): void {
    const isRight = body.includes(RIGHT[kind]);
    if (status === 200 && isRight) this.served[kind] += 1;
    else if (status === 503 && 'retry-after' in headers) this.refused[kind] += 1;
    else this.surprise ??= `one of the ${kind} was answered with ${status}: ${body.slice(0, 200)}`;
  }
}

/** What an answer that is no error has in it. */
const RIGHT: Readonly<Record<Kind, string>> = {
  answers: 'OfferDeclined',
  evaluations: '"suppressed"',
  reports: '"edges"',
};

function kindOf(index: number, decisionsPerAnswer: number): Kind {
  if (index % decisionsPerAnswer === 0) return 'answers';
  return index % DECISIONS_PER_ANSWER === 1 ? 'reports' : 'evaluations';
}

function bodyOf(index: number, kind: Kind): object {
  if (kind === 'reports') return { query: REPORT };
  const { id, accountId, recommendationId } = answerUnit(index);
  if (kind === 'evaluations') return { query: `query ${DECISION}`, variables: { id: accountId } };
  const input = { recommendationId, reason: 'NOT_NOW', idempotencyKey: id };
  return { query: `mutation ${DECLINE}`, variables: { input } };
}

function sumOf(counts: Readonly<Record<Kind, number>>): number {
  return KINDS.reduce((sum, kind) => sum + counts[kind], 0);
}
