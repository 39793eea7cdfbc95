/** P16: three times of what can be answered is asked; goodput stays, the rest is turned away at once. */
import autocannon from 'autocannon';
import { openDatabase } from '../src/adapters/persistence/open-database';
import { answerUnit, writeAccounts } from './answer-units';
import { type DatabasePlace, withDatabase } from './database-place';
import type { Fault, FaultOutcome } from './fault';
import { KEY, ServiceProcess } from './service-process';

const PEAK_CONNECTIONS = 16;
const OVERLOAD_CONNECTIONS = 400;
const OVERLOAD = 3;
const SECONDS_PER_TRY = 4;
/** Beyond what the first round can have sent. */
const OWN_UNITS = 1_000_000;
/** Answers go first and cost a flush to disk each: with many of them goodput would count something else than at peak. */
const DECISIONS_PER_ANSWER = 50;

const HEADERS = { 'content-type': 'application/json', authorization: `Bearer ${KEY}` };
const DECISION =
  '($id: ID!) { recommendedOffers(accountId: $id) { motion offers { id title } suppressed { code } } }';
const DECLINE = '($input: DeclineOfferInput!) { declineOffer(input: $input) { __typename } }';
const REPORT = '{ accounts(first: 20) { edges { node { id name } } } }';

/** Figures depend on the machine and are printed, not judged; a wrong answer throws. `acknowledged` are answers recorded. */
export const overload: Fault = {
  name: 'P16 three times the capacity',
  database: 'SQLite',
  run: ({ tries }) => withDatabase('SQLite', (place) => overloadOn(place, tries)),
};

async function overloadOn(place: DatabasePlace, tries: number): Promise<FaultOutcome> {
  const stores = await openDatabase(place.url);
  await writeAccounts(stores.accountStore).finally(() => stores.database.close());
  const service = await ServiceProcess.on(place.url, place.folder);
  try {
    const peak = await new Round(service.url, 0).run(
      { connections: PEAK_CONNECTIONS },
      SECONDS_PER_TRY * tries,
    );
    const over = new Round(service.url, OWN_UNITS);
    const overallRate = Math.round(OVERLOAD * peak.goodput);
    await over.run({ connections: OVERLOAD_CONNECTIONS, overallRate }, SECONDS_PER_TRY * tries);
    const acknowledged = peak.ends.recorded + over.ends.recorded;
    return { tries, acknowledged, lost: 0, doubled: 0, halfDone: 0, gapMs: null, note: noteOf(peak, over) };
  } finally {
    await service.stop();
  }
}

function noteOf(peak: Round, over: Round): string {
  const share = Math.round((100 * over.goodput) / peak.goodput);
  const answers = Math.round((100 * over.ends.recorded) / Math.max(1, over.ends.answers));
  return (
    `${Math.round(peak.goodput)} req/s at peak, ${Math.round(over.goodput)} (${share} %) with ${Math.round(over.offered)} asked, ` +
    `refused after ${over.refusedP99} ms (p99), ${answers} % of answers taken`
  );
}

/** One load of decisions, with an answer and a report now and then. */
class Round {
  readonly ends = { answers: 0, recorded: 0 };
  goodput = 0;
  offered = 0;
  private readonly refusals: number[] = [];

  /** Requests are numbered from here, so that no answer is one of an earlier round. */
  constructor(
    private readonly url: string,
    private next: number,
  ) {}

  get refusedP99(): number {
    const sorted = this.refusals.sort((left, right) => left - right);
    return Math.round(sorted[Math.floor(sorted.length * 0.99)] ?? 0);
  }

  async run(load: { connections: number; overallRate?: number }, seconds: number): Promise<this> {
    const result = await this.measured({
      url: `${this.url}/graphql`,
      ...load,
      duration: seconds,
      requests: [this.request()],
    });
    const { 200: good = 0, 503: refused = 0 } = statusCountsOf(result);
    if (result.non2xx !== refused) throw new Error('something else than 200 and 503 was answered');
    this.goodput = good / result.duration;
    this.offered = (good + refused) / result.duration;
    return this;
  }

  /** With a callback the library hands out the run itself, which tells of every response. */
  private measured(options: autocannon.Options): Promise<autocannon.Result> {
    return new Promise((resolve, reject) => {
      const running = autocannon(options, (error: unknown, result) =>
        error instanceof Error ? reject(error) : resolve(result),
      );
      running.on('response', (_client, status, _bytes, ms) => {
        if (status === 503) this.refusals.push(ms);
      });
    });
  }

  /** Every connection sends the same mix; the kind goes along, because a refusal does not tell it. */
  private request(): autocannon.Request {
    return {
      method: 'POST',
      headers: HEADERS,
      setupRequest: (request, context: { isAnswer?: boolean }) => {
        this.next += 1;
        context.isAnswer = this.next % DECISIONS_PER_ANSWER === 0;
        return { ...request, body: JSON.stringify(this.bodyOf(this.next)) };
      },
      onResponse: (_status, body, context: { isAnswer?: boolean }) => {
        if (context.isAnswer !== true) return;
        this.ends.answers += 1;
        if (body.includes('OfferDeclined')) this.ends.recorded += 1;
      },
    };
  }

  private bodyOf(index: number): object {
    const { id, accountId, recommendationId } = answerUnit(index);
    if (index % DECISIONS_PER_ANSWER === 0) {
      const input = { recommendationId, reason: 'NOT_NOW', idempotencyKey: id };
      return { query: `mutation ${DECLINE}`, variables: { input } };
    }
    if (index % DECISIONS_PER_ANSWER === 1) return { query: REPORT };
    return { query: `query ${DECISION}`, variables: { id: accountId } };
  }
}

function statusCountsOf(result: autocannon.Result): Record<number, number> {
  const counted = Object.entries(result.statusCodeStats ?? {});
  return Object.fromEntries(counted.map(([status, { count }]) => [Number(status), Number(count)]));
}
