import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { steadyRound, type SteadyLoad } from '../../bench/service/steady-round';

type Reply = (response: ServerResponse, arrived: number) => void;

async function roundAgainst(reply: Reply, load: Partial<SteadyLoad> = {}) {
  let arrived = 0;
  const server = createServer((request, response) => {
    request.resume();
    arrived += 1;
    reply(response, arrived);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const service = { url: `http://127.0.0.1:${port}/`, headers: {} };
  const usual = { seconds: 0.2, requestsPerSecond: 100, nextBody: () => '{}', check: () => undefined };
  const result = await steadyRound(service, { ...usual, ...load });
  server.close();
  server.closeAllConnections();
  return { result, arrived };
}

describe('a steady round', () => {
  it('sends all requests though not one of them was answered yet', async () => {
    const held: ServerResponse[] = [];
    const { result } = await roundAgainst((response, arrived) => {
      held.push(response);
      if (arrived === 20) for (const waiting of held) waiting.end('{}');
    });
    expect(result).toMatchObject({ answered: 20, failed: 0 });
    expect(result.p50Millis).toBeGreaterThan(0);
    expect(result.longestMillis).toBeGreaterThanOrEqual(result.p99Millis);
  });

  it.each<[string, Reply, Partial<SteadyLoad>, string]>([
    ['another status than 200', (response) => response.writeHead(503).end('{}'), {}, 'HTTP 503'],
    ['a broken connection', (response) => response.destroy(), {}, 'socket hang up'],
    [
      'an answer that the check refuses',
      (response) => response.end('{"errors":[]}'),
      {
        check: (text) => {
          throw new Error(`refused ${text}`);
        },
      },
      'refused {"errors":[]}',
    ],
  ])('counts %s as failed and says so', async (_what, reply, load, words) => {
    const { result } = await roundAgainst(reply, load);
    expect(result).toMatchObject({ answered: 0, failed: 20 });
    expect(result.failures[0]).toBe(words);
    expect(result.failures).toHaveLength(5);
  });

  it('asks with every body once, in order', async () => {
    const sent: number[] = [];
    let next = 0;
    await roundAgainst((response) => void response.end('{}'), {
      nextBody: () => {
        sent.push((next += 1));
        return String(next);
      },
    });
    expect(sent).toEqual(Array.from({ length: 20 }, (_, at) => at + 1));
  });
});
