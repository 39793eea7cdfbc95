/** Takes one HTTP request from its first byte to its answer. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Authenticator, Caller } from '../../application/caller';
import { bearerToken } from './bearer-token';
import type { FaultReport, IdentifiedRequest } from './client-errors';
import type { GraphqlExecutor } from './graphql-executor';
import { readGraphqlRequest } from './graphql-request';
import { readBody } from './read-body';
import { sendJson, sendRefusal } from './reply';
import { REFUSALS, type RequestRefusal } from './request-refusal';
import type { Probes } from './probes';

/** What the handler works with. */
export interface RequestHandling {
  readonly executor: GraphqlExecutor;
  readonly authenticator: Authenticator;
  /** Makes the context value of one request. */
  readonly contextFor: (caller: Caller, requestId: string) => IdentifiedRequest;
  readonly nextRequestId: () => string;
  readonly probes: Probes;
  readonly reportFault: FaultReport;
}

/** Answers every request, whatever happens; a fault is reported and answered with a fixed sentence. */
export function requestHandler(handling: RequestHandling) {
  return (request: IncomingMessage, response: ServerResponse): void => {
    const requestId = handling.nextRequestId();
    answer(handling, request, response, requestId).catch((error: unknown) => {
      handling.reportFault({ requestId, error });
      sendRefusal(response, REFUSALS.fault, requestId);
    });
  };
}

async function answer(
  handling: RequestHandling,
  request: IncomingMessage,
  response: ServerResponse,
  requestId: string,
): Promise<void> {
  const path = pathOf(request.url);
  if (path === '/graphql') return answerGraphql(handling, request, response, requestId);
  const probe = handling.probes.get(path);
  if (probe === undefined) return sendRefusal(response, REFUSALS.notFound, requestId);
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    return sendRefusal(response, REFUSALS.probeMethodNotAllowed, requestId);
  }
  const { status, text } = await probe();
  sendJson(response, status, text);
}

async function answerGraphql(
  handling: RequestHandling,
  request: IncomingMessage,
  response: ServerResponse,
  requestId: string,
): Promise<void> {
  const admitted = await admit(handling.authenticator, request);
  if ('code' in admitted) return sendRefusal(response, admitted, requestId);
  const text = await readBody(request);
  const asked = typeof text === 'string' ? readGraphqlRequest(text) : text;
  if ('code' in asked) return sendRefusal(response, asked, requestId);
  const executed = await handling.executor.execute(asked, handling.contextFor(admitted, requestId));
  sendJson(response, executed.status, executed.text);
}

/** Judges a request by its head alone; the body of one that is refused is never looked at. */
async function admit(
  authenticator: Authenticator,
  { method, headers }: IncomingMessage,
): Promise<Caller | RequestRefusal> {
  if (method !== 'POST') return REFUSALS.methodNotAllowed;
  const token = bearerToken(headers.authorization);
  const caller = token === null ? null : await authenticator.authenticate(token);
  if (caller === null) return REFUSALS.unauthenticated;
  if (!JSON_MEDIA_TYPE.test(headers['content-type'] ?? '')) return REFUSALS.unsupportedMediaType;
  if ((headers['content-encoding'] ?? 'identity') !== 'identity') return REFUSALS.unsupportedEncoding;
  return caller;
}

const JSON_MEDIA_TYPE = /^application\/json\s*(;\s*charset\s*=\s*"?utf-8"?\s*)?$/i;

function pathOf(url: string | undefined): string {
  return (url ?? '').split('?', 1)[0] ?? '';
}
