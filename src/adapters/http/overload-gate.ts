/** Turns requests away before anything is spent on them, while there is no room for what they can be. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AdmissionQueue } from './admission-queue';
import { preparedRefusal } from './reply';
import { givenRequestId, type RequestObserver } from './request-record';
import { REFUSALS } from './request-refusal';

/** What the gate works with. */
export interface OverloadGateParts {
  readonly queue: Pick<AdmissionQueue, 'turnsAway'>;
  readonly nextRequestId: () => string;
  readonly observe: RequestObserver;
}

/** Calls `admit` for what may go on, at once or within the same turn of the event loop, and answers the rest itself. */
export type OverloadGate = (request: IncomingMessage, response: ServerResponse, admit: () => void) => void;

/**
 * While only answers have room, a request whose body has no `mutation` in it can be refused unread: nothing else records
 * an answer. The word alone opens no door: what has it is read, and queues as what it is.
 */
export function overloadGate({ queue, nextRequestId, observe }: OverloadGateParts): OverloadGate {
  const send = preparedRefusal(REFUSALS.overloaded);
  const refuse = (request: IncomingMessage, response: ServerResponse) => {
    const requestId = givenRequestId(request.headers['x-request-id']) ?? nextRequestId();
    send(response, requestId);
    observe({ ...SHED, requestId });
  };
  return (request, response, admit) => {
    if (!queue.turnsAway('evaluations')) return admit();
    if (queue.turnsAway('answers')) return refuse(request, response);
    // What came in one packet with the head is there a tick later.
    process.nextTick(() => (mayBeAnswer(request) ? admit() : refuse(request, response)));
  };
}

const SHED = { operation: 'other', priority: null, outcome: 'shed', status: 503, ms: 0 } as const;
/** Spelled with escapes the word could not be seen. */
const SIGNS_OF_AN_ANSWER = ['mutation', '\\u'] as const;

/** Of a body that is not wholly there nothing is known. */
function mayBeAnswer(request: IncomingMessage): boolean {
  if (request.readableLength !== Number(request.headers['content-length'])) return true;
  const body = request.read() as Buffer | null;
  if (body === null || !SIGNS_OF_AN_ANSWER.some((sign) => body.includes(sign))) return false;
  request.unshift(body);
  return true;
}
