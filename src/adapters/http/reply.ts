/** Writes answers: always JSON, always with the same security headers, always with a request id. */
import type { ServerResponse } from 'node:http';
import type { RequestRefusal } from './request-refusal';

const HEADERS = {
  'content-type': 'application/json; charset=utf-8',
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
} as const;

/** Sends a JSON text. Does nothing when the client is gone. */
export function sendJson(
  response: ServerResponse,
  status: number,
  text: string,
  headers: Readonly<Record<string, string>> = {},
): void {
  if (response.headersSent || response.destroyed) return;
  response.writeHead(status, { ...HEADERS, ...headers, 'content-length': Buffer.byteLength(text) });
  response.end(text);
}

/** Sends a refusal in the shape of a GraphQL error answer. */
export function sendRefusal(response: ServerResponse, refusal: RequestRefusal, requestId: string): void {
  sendJson(response, refusal.status, refusalBody(refusal, requestId), refusal.headers);
}

/** `{errors: [{message, extensions: {code, requestId}}]}`. */
export function refusalBody(
  { message, code }: Pick<RequestRefusal, 'message' | 'code'>,
  requestId: string,
): string {
  return JSON.stringify({ errors: [{ message, extensions: { code, requestId } }] });
}

/** Sends one refusal again and again: everything but the request id, which is plain ASCII, is made once. */
export function preparedRefusal(
  refusal: RequestRefusal,
): (response: ServerResponse, requestId: string) => void {
  const [before = '', after = ''] = refusalBody(refusal, PLACE_OF_ID).split(PLACE_OF_ID);
  const length = Buffer.byteLength(before + after);
  const headers = Object.entries({ ...HEADERS, ...refusal.headers }).flat();
  return (response, requestId) => {
    const own = ['x-request-id', requestId, 'content-length', String(length + requestId.length)];
    response.writeHead(refusal.status, [...headers, ...own]);
    response.end(before + requestId + after);
  };
}

const PLACE_OF_ID = '<request id>';
