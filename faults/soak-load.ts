/** A steady load of everything but answers: so many requests a second, whatever becomes of them, over connections that come and go. */
import { Agent, request } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { accountIdAt } from '../bench/service/bench-accounts';
import { KEY } from './service-process';

/** Requests a second. */
const RATES = { decisions: 90, impressions: 10, usage: 15, lists: 5, reports: 0.05 } as const;
const TICK_MS = 50;
const CONNECTIONS = 24;
/** Requests of one kind: a service or a machine that stands still is not asked more and more. */
const MOST_UNDER_WAY = { decisions: 12, impressions: 3, usage: 3, lists: 2, reports: 1 } as const;
const NEW_CONNECTIONS_MS = 10_000;
/** Old connections are closed when what they carried is answered for sure. */
const CLOSED_AFTER_MS = 30_000;

type Kind = keyof typeof RATES;

const DECISION = `query ($id: ID!) { recommendedOffers(accountId: $id) { motion offers { id title body whyShown } suppressed { code } } }`;
const IMPRESSIONS = `mutation ($input: RecordImpressionsInput!) { recordImpressions(input: $input) { results { __typename } error { code } } }`;
const USAGE = `mutation ($input: [UsageEventInput!]!) { recordUsage(input: $input) { status } }`;
const LIST = `{ accounts(first: 20) { edges { node { id name } } } }`;
const REPORT = `query ($from: DateTime!, $to: DateTime!) { report(from: $from, to: $to) { __typename } }`;

/** Begins at once; `stop` ends it. */
export class SoakLoad {
  /** How many were answered, by HTTP status; 0: not at all. */
  readonly ends = new Map<number, number>();
  /** A sentence about each answer that should not have been; the first few. */
  readonly surprises: string[] = [];
  private readonly work: Promise<void>;
  private readonly underWay = new Map<Kind, Set<Promise<void>>>();
  private readonly shown: string[] = [];
  private stopped = false;
  private sent = 0;
  private agent = newAgent();
  /** Still answering what was asked over it. */
  private readonly retired = new Set<Agent>();

  /** Decisions and usage are about the first `accounts` accounts of the benchmark. */
  constructor(
    private readonly url: string,
    private readonly accounts: number,
  ) {
    this.work = this.go();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    await this.work;
    for (const sending of this.underWay.values()) await Promise.all(sending);
    for (const agent of [this.agent, ...this.retired]) agent.destroy();
  }

  private async go(): Promise<void> {
    const due = new Map<Kind, number>();
    let renewed = performance.now();
    for (let last = performance.now(); !this.stopped; await wait(TICK_MS)) {
      const now = performance.now();
      for (const kind of Object.keys(RATES) as Kind[]) this.sendDue(kind, due, (now - last) / 1_000);
      last = now;
      if (now - renewed < NEW_CONNECTIONS_MS) continue;
      renewed = now;
      this.renewConnections();
    }
  }

  private sendDue(kind: Kind, due: Map<Kind, number>, seconds: number): void {
    const underWay = this.underWay.get(kind) ?? new Set();
    this.underWay.set(kind, underWay);
    let count = (due.get(kind) ?? 0) + RATES[kind] * seconds;
    for (; count >= 1; count -= 1) {
      if (underWay.size >= MOST_UNDER_WAY[kind]) continue;
      const sending = this.send(kind).finally(() => underWay.delete(sending));
      underWay.add(sending);
    }
    due.set(kind, count);
  }

  private renewConnections(): void {
    const old = this.agent;
    this.agent = newAgent();
    this.retired.add(old);
    const close = () => {
      old.destroy();
      this.retired.delete(old);
    };
    setTimeout(close, CLOSED_AFTER_MS).unref();
  }

  private async send(kind: Kind): Promise<void> {
    this.sent += 1;
    const { status, text } = await post(`${this.url}/graphql`, this.agent, this.bodyOf(kind, this.sent));
    this.ends.set(status, (this.ends.get(status) ?? 0) + 1);
    if (status === 200 && kind === 'decisions') this.keepOffers(text);
    const isSurprise = (status === 200 && text.includes('"errors"')) || ![200, 503].includes(status);
    if (isSurprise && this.surprises.length < 5)
      this.surprises.push(`${kind} ${status} ${text.slice(0, 300)}`);
  }

  /** What was offered is shown soon after; no more is kept than can be. */
  private keepOffers(text: string): void {
    const { data } = JSON.parse(text) as {
      data: { recommendedOffers: { offers: readonly { id: string }[] } };
    };
    for (const { id } of data.recommendedOffers.offers) if (this.shown.length < 100) this.shown.push(id);
  }

  private bodyOf(kind: Kind, index: number): object {
    const account = accountIdAt(Math.floor(Math.random() * this.accounts));
    const now = Date.now();
    switch (kind) {
      case 'decisions':
        return { query: DECISION, variables: { id: account } };
      case 'impressions':
        return this.impressions(index);
      case 'usage':
        return { query: USAGE, variables: { input: [usageEvent(account, index, now)] } };
      case 'lists':
        return { query: LIST };
      case 'reports':
        return { query: REPORT, variables: { from: new Date(now - 30_000), to: new Date(now) } };
    }
  }

  private impressions(index: number): object {
    const recommendationIds = [this.shown.shift() ?? 'none-was-offered'];
    return {
      query: IMPRESSIONS,
      variables: { input: { recommendationIds, idempotencyKey: `soak-${index}` } },
    };
  }
}

function newAgent(): Agent {
  return new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
}

function usageEvent(accountId: string, index: number, now: number): object {
  const value = Math.floor(Math.random() * 60);
  return { id: `soak-usage-${index}`, accountId, metric: 'seats', at: new Date(now), value };
}

/** Never rejects; status 0 and the reason when nothing came back. */
function post(url: string, agent: Agent, body: object): Promise<{ status: number; text: string }> {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${KEY}` };
  return new Promise((resolve) => {
    const failed = (error: unknown) => resolve({ status: 0, text: String(error) });
    const sending = request(url, { method: 'POST', agent, headers }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, text: Buffer.concat(parts).toString() }),
      );
      response.on('error', failed);
    });
    sending.on('error', failed);
    sending.end(JSON.stringify(body));
  });
}
