/** Listens on bare node:http: takes a body, gives a JSON text, and does nothing else. */
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';

/** Answers one body, now or later. */
export type Answer = (body: string, reply: (text: string | Buffer) => void) => void;

/** A server on loopback that listens already; port 0 takes a free one. */
export async function listenJson(answer: Answer, port: number): Promise<Server> {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      answer(textOf(chunks), (text) => {
        response.writeHead(200, {
          'content-type': 'application/json; charset=utf-8',
          'content-length': Buffer.byteLength(text),
        });
        response.end(text);
      });
    });
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

function textOf(chunks: readonly Buffer[]): string {
  const [first] = chunks;
  return first !== undefined && chunks.length === 1
    ? first.toString('utf8')
    : Buffer.concat(chunks).toString('utf8');
}
