/** Sends requests exactly as they are written, and measures how long the answer takes. */
import { request as httpRequest } from 'node:http';

/** What came back; status 0: the connection was cut without an answer. */
export interface RawAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
  readonly milliseconds: number;
}

export interface RawRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string | readonly string[]>>;
  readonly body: Buffer;
  /** Declared length; default: that of the body. */
  readonly length?: number | undefined;
}

/** A connection of its own for each, closed after it; a request whose declared body never ends is left open. */
export function sendRaw(
  url: string,
  { method, path, headers, body, length }: RawRequest,
): Promise<RawAnswer> {
  const start = performance.now();
  const sized =
    body.length > 0 || method === 'POST' ? { 'content-length': String(length ?? body.length) } : {};
  const pairs = Object.entries({ ...headers, ...sized }).flatMap(([name, value]) =>
    [value].flat().flatMap((one) => [name, one]),
  );
  const { hostname, port } = new URL(url);
  return new Promise((resolve) => {
    const done = (status: number, answered: RawAnswer['headers'], text: string) =>
      resolve({ status, headers: answered, text, milliseconds: performance.now() - start });
    const sent = httpRequest({
      hostname,
      port,
      method,
      path,
      headers: ['host', `${hostname}:${port}`, ...pairs],
      agent: false,
    });
    sent.on('response', (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('close', () =>
        done(response.statusCode ?? 0, response.headers, Buffer.concat(chunks).toString('utf8')),
      );
    });
    sent.on('error', () => done(0, {}, ''));
    sent.write(body);
    if (length === undefined) sent.end();
  });
}
