/** Carries subscriptions over server-sent events until the client leaves, its token ends or the process stops. */
import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Handler } from 'graphql-sse';
import type { Authenticator, Caller } from '../../application/caller';
import { admitRequest } from './admit-request';
import type { IdentifiedRequest } from './client-errors';
import { sendJson, sendRefusal } from './reply';
import type { Endpoint } from './request-handler';
import { REFUSALS } from './request-refusal';

/** What the endpoint works with. */
export interface StreamHandling {
  readonly authenticator: Authenticator;
  readonly contextFor: (caller: Caller, requestId: string) => IdentifiedRequest;
  readonly handler: Handler<unknown, IdentifiedRequest>;
}

/** A stream lives no longer, in milliseconds; clients come again and show their token anew. */
const LONGEST_STREAM_MS = 5 * 60_000;

/** Answers a subscription with `text/event-stream`: a comment now and every 12 seconds, `next` per change, then `complete`. */
export function streamEndpoint(handling: StreamHandling): Endpoint {
  return async (request, response, requestId) => {
    const admitted = await admitRequest(handling.authenticator, request);
    if ('code' in admitted) return sendRefusal(response, admitted, requestId);
    if (!acceptsEvents(request)) return sendRefusal(response, REFUSALS.notAcceptable, requestId);
    const { caller, token, body } = admitted;
    const [answer, { status }] = await handling.handler({
      method: 'POST',
      url: request.url ?? '',
      headers: ADMITTED_HEADERS,
      body: {
        ...body,
        variables: body.variables ?? undefined,
        operationName: body.operationName ?? undefined,
      },
      raw: null,
      context: handling.contextFor(caller, requestId),
    });
    if (answer === null || typeof answer === 'string') {
      const headers = status === REFUSALS.unavailable.status ? REFUSALS.unavailable.headers : undefined;
      return sendJson(response, { requestId, status, text: answer ?? '', headers });
    }
    const isStillValid = async () => (await handling.authenticator.authenticate(token)) !== null;
    response.writeHead(200, { ...STREAM_HEADERS, 'x-request-id': requestId });
    await pump(answer, response, isStillValid);
  };
}

const EVENTS = 'text/event-stream';
const STREAM_HEADERS = {
  'content-type': `${EVENTS}; charset=utf-8`,
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'x-accel-buffering': 'no',
} as const;
/** What the library looks at; the request was judged before. */
const ADMITTED_HEADERS = new Headers({ accept: EVENTS, 'content-type': 'application/json' });

function acceptsEvents({ headers }: IncomingMessage): boolean {
  return (headers.accept ?? '').split(',').some((type) => type.split(';', 1)[0]?.trim() === EVENTS);
}

async function pump(
  events: AsyncGenerator<string, void, undefined>,
  response: ServerResponse,
  isStillValid: () => Promise<boolean>,
): Promise<void> {
  const end = () => void events.return();
  const tooLong = setTimeout(end, LONGEST_STREAM_MS);
  response.once('close', end);
  try {
    for await (const event of withoutRepeats(events)) {
      if (response.destroyed || !(await isStillValid())) break;
      if (!response.write(event)) await Promise.race([once(response, 'drain'), once(response, 'close')]);
    }
  } finally {
    clearTimeout(tooLong);
    response.end();
  }
}

/** A change of the account that changes nothing of what is shown is no event. */
async function* withoutRepeats(events: AsyncGenerator<string, void, undefined>): AsyncGenerator<string> {
  let last = '';
  for await (const event of events) {
    if (event === last) continue;
    if (event.startsWith('event: next')) last = event;
    yield event;
  }
}
