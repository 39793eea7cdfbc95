/** Lists why a request is refused before GraphQL sees it; every answer names what to do. */

/** An HTTP status with a code to branch on and a sentence to read. */
export interface RequestRefusal {
  readonly status: number;
  readonly code: string;
  readonly message: string;
  /** Headers that belong to the refusal, for instance `allow`. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** Bytes of UTF-8 that the body of a request may have: 256 kB. */
export const MAX_BODY_BYTES = 256 * 1024;

/** When to come again, in seconds: load and lost databases pass in seconds or not for minutes. */
const RETRY_AFTER = { 'retry-after': '1' } as const;

/** The refusals that need no detail, by what went wrong. */
export const REFUSALS = {
  notFound: {
    status: 404,
    code: 'NOT_FOUND',
    message:
      'There is nothing here. The API is POST /graphql; GET /healthz, /readyz and /metrics tell how the service is.',
  },
  methodNotAllowed: {
    status: 405,
    code: 'METHOD_NOT_ALLOWED',
    message: 'Send GraphQL as POST /graphql with the content type application/json.',
    headers: { allow: 'POST' },
  },
  probeMethodNotAllowed: {
    status: 405,
    code: 'METHOD_NOT_ALLOWED',
    message: 'Ask with GET.',
    headers: { allow: 'GET, HEAD' },
  },
  notAcceptable: {
    status: 406,
    code: 'NOT_ACCEPTABLE',
    message: 'Subscriptions answer with server-sent events: send the header accept: text/event-stream.',
  },
  unsupportedMediaType: {
    status: 415,
    code: 'UNSUPPORTED_MEDIA_TYPE',
    message: 'Send the header content-type: application/json (charset utf-8, or none).',
  },
  unsupportedEncoding: {
    status: 415,
    code: 'UNSUPPORTED_CONTENT_ENCODING',
    message: 'Send the body as it is, without content-encoding.',
  },
  bodyTooLarge: {
    status: 413,
    code: 'BODY_TOO_LARGE',
    message: `The body is larger than ${MAX_BODY_BYTES} bytes. Split the batch.`,
  },
  bodyIncomplete: {
    status: 400,
    code: 'BODY_INCOMPLETE',
    message: 'The body ended before its declared length.',
    headers: { connection: 'close' },
  },
  notUtf8: { status: 400, code: 'BODY_NOT_UTF8', message: 'The body is not valid UTF-8.' },
  unauthenticated: {
    status: 401,
    code: 'UNAUTHENTICATED',
    message: 'Send the header authorization: Bearer <api key> with a key that is valid.',
    headers: { 'www-authenticate': 'Bearer' },
  },
  metricsForbidden: {
    status: 403,
    code: 'FORBIDDEN',
    message: 'Metrics need METRICS_TOKEN or a key with the scope admin; this key does not have it.',
  },
  unavailable: {
    status: 503,
    code: 'UNAVAILABLE',
    message: 'The service can not do this at the moment; nothing was changed. Try again in a second.',
    headers: RETRY_AFTER,
  },
  overloaded: {
    status: 503,
    code: 'OVERLOADED',
    message: 'More is asked than can be answered; nothing was changed. Try again in a second.',
    headers: RETRY_AFTER,
  },
  fault: {
    status: 500,
    code: 'INTERNAL_SERVER_ERROR',
    message: 'Something went wrong on our side. Try again; if it stays, report the requestId.',
  },
} as const satisfies Record<string, RequestRefusal>;

/** A body that is JSON or UTF-8 but not a GraphQL request. */
export function badRequest(message: string): RequestRefusal {
  return { status: 400, code: 'BAD_REQUEST', message };
}
