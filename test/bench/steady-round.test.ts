import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { steadyRound } from '../../bench/service/steady-round';

type Reply = (response: ServerResponse, arrived: number, body: string) => void;

async function roundAgainst(reply: Reply, check: (answer: string) => void = () => undefined) {
  let arrived = 0;
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      arrived += 1;
      reply(response, arrived, body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const service = { url: `http://127.0.0.1:${port}/`, headers: {} };
  let next = 0;
  const result = await steadyRound(service, {
    seconds: 0.2,
    requestsPerSecond: 100,
    next: () => ({ body: String((next += 1)), check }),
  });
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

  it.each<[string, Reply, (answer: string) => void, string]>([
    ['another status than 200', (response) => response.writeHead(500).end('{}'), () => undefined, 'HTTP 500'],
    ['a broken connection', (response) => response.destroy(), () => undefined, 'socket hang up'],
    [
      'an answer that the check refuses',
      (response) => response.end('{"errors":[]}'),
      (answer) => {
        throw new Error(`refused ${answer}`);
      },
      'refused {"errors":[]}',
    ],
  ])('counts %s as failed and says so', async (_what, reply, check, words) => {
    const { result } = await roundAgainst(reply, check);
    expect(result).toMatchObject({ answered: 0, failed: 20 });
    expect(result.failures[0]).toBe(words);
    expect(result.failures).toHaveLength(5);
  });

  it('counts being told to come again later apart from failing', async () => {
    const { result } = await roundAgainst((response, arrived) => {
      response.writeHead(arrived % 2 === 0 ? 200 : 503).end('{}');
    });
    expect(result).toMatchObject({ answered: 10, refused: 10, failed: 0, failures: [] });
  });

  it('sends every request once', async () => {
    const bodies: string[] = [];
    const { arrived } = await roundAgainst((response, _arrived, body) => {
      bodies.push(body);
      response.end('{}');
    });
    expect(arrived).toBe(20);
    expect(bodies.map(Number).sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, at) => at + 1));
  });
});
