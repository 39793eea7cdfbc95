/** Finds the endpoint for a request, gives it an id, and answers its faults with a fixed sentence. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { isUnavailable } from '../../application/unavailability';
import type { FaultReport } from './client-errors';
import { sendRefusal } from './reply';
import { givenRequestId } from './request-record';
import { REFUSALS } from './request-refusal';

/** Answers one request, or rejects with a fault before anything was sent. */
export type Endpoint = (
  request: IncomingMessage,
  response: ServerResponse,
  requestId: string,
) => Promise<void>;

/** What the handler works with. */
export interface RequestHandling {
  /** By path, without query text. */
  readonly endpoints: ReadonlyMap<string, Endpoint>;
  readonly nextRequestId: () => string;
  readonly reportFault: FaultReport;
}

/**
 * Answers every request, whatever happens. The header `x-request-id` names the request in the answer and in the log: the
 * caller's own where it can be trusted there, else a new one.
 */
export function requestHandler({ endpoints, nextRequestId, reportFault }: RequestHandling) {
  return (request: IncomingMessage, response: ServerResponse): void => {
    const requestId = givenRequestId(request.headers['x-request-id']) ?? nextRequestId();
    const url = request.url ?? '';
    const endpoint = endpoints.get(url) ?? endpoints.get(pathOf(url)) ?? notFound;
    endpoint(request, response, requestId).catch((error: unknown) => {
      reportFault({ requestId, error });
      sendRefusal(response, isUnavailable(error) ? REFUSALS.unavailable : REFUSALS.fault, requestId);
    });
  };
}

function notFound(_request: IncomingMessage, response: ServerResponse, requestId: string): Promise<void> {
  return Promise.resolve(sendRefusal(response, REFUSALS.notFound, requestId));
}

function pathOf(url: string): string {
  return url.split('?', 1)[0] ?? '';
}
