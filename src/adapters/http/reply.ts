/** Writes answers: always JSON, always with the same security headers, always with a request id. */
import type { ServerResponse } from 'node:http';
import type { RequestRefusal } from './request-refusal';

/** An answer, whole. */
export interface JsonReply {
  readonly requestId: string;
  readonly status: number;
  readonly text: string;
  /** On top of those that every answer has, or instead. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

const HEADERS = {
  'content-type': 'application/json; charset=utf-8',
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
} as const;

/** Names and values in turn, the form that node:http writes without copying. */
const PLAIN_HEADERS = Object.entries(HEADERS).flat();

/** Sends a JSON text. Does nothing when the client is gone. */
export function sendJson(response: ServerResponse, { requestId, status, text, headers }: JsonReply): void {
  if (response.headersSent || response.destroyed) return;
  response.writeHead(status, headersOf(headers, requestId, Buffer.byteLength(text)));
  response.end(text);
}

/** Sends a refusal in the shape of a GraphQL error answer. */
export function sendRefusal(response: ServerResponse, refusal: RequestRefusal, requestId: string): void {
  const { status, headers } = refusal;
  sendJson(response, { requestId, status, text: refusalBody(refusal, requestId), headers });
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
  return (response, requestId) => {
    response.writeHead(refusal.status, headersOf(refusal.headers, requestId, length + requestId.length));
    response.end(before + requestId + after);
  };
}

const PLACE_OF_ID = '<request id>';

function headersOf(headers: JsonReply['headers'], requestId: string, length: number): string[] {
  const shared = headers === undefined ? PLAIN_HEADERS : Object.entries({ ...HEADERS, ...headers }).flat();
  return ['x-request-id', requestId, ...shared, 'content-length', String(length)];
}
