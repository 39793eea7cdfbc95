/** Reads the body of a request as text, and keeps never more of it than allowed. */
import type { IncomingMessage } from 'node:http';
import { MAX_BODY_BYTES, REFUSALS, type RequestRefusal } from './request-refusal';

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false });

/**
 * The text, or why it is refused; settles also when the client goes away. What is too much is read and dropped, so that
 * the client gets to the answer; the server's request timeout bounds that.
 */
export function readBody(
  request: IncomingMessage,
): string | RequestRefusal | Promise<string | RequestRefusal> {
  if (Number(request.headers['content-length'] ?? 0) > MAX_BODY_BYTES) return REFUSALS.bodyTooLarge;
  if (request.destroyed) return REFUSALS.bodyIncomplete;
  return isThere(request) ? decode([request.read() as Buffer]) : collect(request);
}

/** Most bodies came in one packet with the head; to read them at once costs a tenth of listening for them. */
function isThere({ complete, readableLength }: IncomingMessage): boolean {
  return complete && readableLength > 0 && readableLength <= MAX_BODY_BYTES;
}

function collect(request: IncomingMessage): Promise<string | RequestRefusal> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let size = 0;
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
