/** Reads the body of a request as text, and keeps never more of it than allowed. */
import type { IncomingMessage } from 'node:http';
import { MAX_BODY_BYTES, REFUSALS, type RequestRefusal } from './request-refusal';

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false });

/**
 * The text, or why it is refused; settles also when the client goes away. What is too much is read and dropped, so that
 * the client gets to the answer; the server's request timeout bounds that.
 */
export function readBody(request: IncomingMessage): Promise<string | RequestRefusal> {
  if (Number(request.headers['content-length'] ?? 0) > MAX_BODY_BYTES)
    return Promise.resolve(REFUSALS.bodyTooLarge);
  if (request.destroyed) return Promise.resolve(REFUSALS.bodyIncomplete);
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let size = 0;
    if (request.destroyed) resolve(REFUSALS.bodyIncomplete);
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= MAX_BODY_BYTES) chunks.push(chunk);
      else resolve(REFUSALS.bodyTooLarge);
    });
    request.on('end', () => resolve(decode(chunks)));
    request.on('close', () => resolve(REFUSALS.bodyIncomplete));
    request.on('error', () => resolve(REFUSALS.bodyIncomplete));
  });
}

function decode(chunks: readonly Buffer[]): string | RequestRefusal {
  try {
    return decoder.decode(chunks.length === 1 ? chunks[0] : Buffer.concat(chunks));
  } catch {
    return REFUSALS.notUtf8;
  }
}
