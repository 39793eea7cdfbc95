import { mkdtemp, rm } from 'node:fs/promises';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { answerFromDatabase } from '../../bench/floors/answer-from-database';
import { answerFromMemory } from '../../bench/floors/answer-from-memory';
import { answerThroughApollo } from '../../bench/floors/answer-through-apollo';
import { type Answer, listenJson } from '../../bench/floors/json-listener';
import { inTurn, keepAnswers, readAnswers } from '../../bench/floors/recorded-answers';
import { benchAccounts } from '../../bench/service/bench-accounts';
import { offersBody } from '../../bench/service/offers-query';
import { describeEachDatabase } from '../support/databases';

const servers: Server[] = [];

async function asked(answer: Answer, times: number, accountId = 'account-0000000'): Promise<string[]> {
  const server = await listenJson(answer, 0);
  servers.push(server);
  const { port } = server.address() as AddressInfo;
  const texts: string[] = [];
  for (let at = 0; at < times; at += 1) {
    const response = await fetch(`http://127.0.0.1:${port}/`, {
      method: 'POST',
      body: offersBody(accountId),
    });
    texts.push(await response.text());
  }
  return texts;
}

afterEach(() => {
  for (const server of servers.splice(0)) {
    server.close();
    server.closeAllConnections();
  }
});

const offer = {
  id: 'signed.claims',
  offerKey: 'growth-plan',
  kind: 'PLAN_UPGRADE',
  rank: 1,
  score: 59.21,
  signal: 'USAGE_LIMIT',
  title: 'You are at 90 % of your “seats”',
  body: 'Line one.\nLine two.',
  acceptLabel: 'See Growth',
  declineLabel: 'Not now',
  treatment: 'specific',
  whyShown: 'Reason 31.',
  closeMode: 'SELF_SERVE',
  trigger: { metric: 'seats', unit: 'seats', used: 9, limit: 10, ratio: 0.9 },
  price: {
    current: { minorUnits: 14900, currency: 'EUR' },
    proposed: { minorUnits: 49900, currency: 'EUR' },
    difference: { minorUnits: 35000, currency: 'EUR' },
    interval: 'MONTH',
  },
};
const recorded = [
  { motion: 'NONE', offers: [] },
  { motion: 'UPSELL', offers: [offer, { ...offer, rank: 2, treatment: null, trigger: null }] },
  { motion: 'UPSELL', offers: [{ ...offer, price: { ...offer.price, current: null } }] },
].map(
  (decision, at) =>
    `${JSON.stringify({ data: { recommendedOffers: { id: `d-${at}`, accountId: 'a', ...decision } } })}\n`,
) as [string, ...string[]];

describe('the floors from memory', () => {
  it.each([
    ['node:http', async () => answerFromMemory(recorded)],
    ['tuned Apollo', () => answerThroughApollo(recorded)],
  ])(
    'of %s give the recorded answers byte for byte, in turn, from the plain and the compiled path',
    async (_floor, make) => {
      const twice = [...recorded, ...recorded];
      expect(await asked(await make(), twice.length)).toEqual(twice);
    },
  );

  it('of Apollo does not answer another question than ours', async () => {
    const floor = await answerThroughApollo(recorded);
    const text = await new Promise((resolve) => floor(JSON.stringify({ query: '{ nothing }' }), resolve));
    expect(text).toContain('GRAPHQL_VALIDATION_FAILED');
  });
});

describe('recorded answers', () => {
  it('come back as they were kept', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'answers-'));
    const file = join(folder, 'answers.jsonl');
    keepAnswers(file, recorded);
    expect(readAnswers(file)).toEqual(recorded);
    keepAnswers(file, []);
    expect(() => readAnswers(file)).toThrow('No answers in');
    await rm(folder, { recursive: true });
  });

  it('are handed out from the first on again after the last', () => {
    const next = inTurn(['a', 'b']);
    expect([next(), next(), next(), next()]).toEqual(['a', 'b', 'a', 'b']);
  });
});

describeEachDatabase('the floor of one read', (database) => {
  it('gives what is stored of the account asked for, and nothing of one that is not there', async () => {
    const [snapshot] = [...benchAccounts(1, Date.parse('2026-06-15T12:00:00.000Z'))];
    if (snapshot === undefined) throw new Error('no account');
    const nothing = { ledgers: new Map(), crossings: [], usageEvents: [], accountEvents: [] };
    const { account, usage, activity } = snapshot;
    const write = { accountId: account.id, expectedVersion: 0, account, usage, activity, ...nothing };
    await database.stores.accountStore.write(write);
    const floor = answerFromDatabase(database.url);
    const [found] = await asked(floor.answer, 1, account.id);
    expect(JSON.parse(found ?? '')).toEqual({ version: 1, account, usage, activity });
    expect(await asked(floor.answer, 1, 'account-unknown')).toEqual(['{}']);
    await floor.close();
  });
});
