/** Takes one GraphQL request from its first byte to its answer, and tells how it ended. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Authenticator, Caller } from '../../application/caller';
import type { AdmissionQueue } from './admission-queue';
import { admitRequest, type AdmittedRequest } from './admit-request';
import type { IdentifiedRequest } from './client-errors';
import type { GraphqlExecutor } from './graphql-executor';
import type { OperationKind } from './operation-kinds';
import { sendJson, sendRefusal } from './reply';
import type { RequestObserver, RequestOutcome } from './request-record';
import { REFUSALS, type RequestRefusal } from './request-refusal';

/** What the endpoint works with. */
export interface GraphqlHandling {
  readonly executor: GraphqlExecutor;
  readonly authenticator: Authenticator;
  /** Makes the context value of one request. */
  readonly contextFor: (caller: Caller, requestId: string) => IdentifiedRequest;
  readonly kindOf: (query: string) => OperationKind;
  readonly queue: AdmissionQueue;
  readonly observe: RequestObserver;
}

/** What is known of a request so far. */
interface Progress {
  readonly requestId: string;
  readonly started: number;
  kind: OperationKind | null;
}

/** Answers it; rejects only with faults, after which nothing was sent. */
export async function answerGraphql(
  handling: GraphqlHandling,
  request: IncomingMessage,
  response: ServerResponse,
  requestId: string,
): Promise<void> {
  const progress: Progress = { requestId, started: performance.now(), kind: null };
  try {
    const asked = await admitRequest(handling.authenticator, request);
    if ('code' in asked) return refuse(handling, response, progress, asked);
    progress.kind = handling.kindOf(asked.body.query);
    await answerInTurn(handling, response, progress, asked);
  } catch (fault) {
    observe(handling, progress, 'fault', REFUSALS.fault.status);
    throw fault;
  }
}

async function answerInTurn(
  handling: GraphqlHandling,
  response: ServerResponse,
  progress: Progress,
  { caller, body }: AdmittedRequest,
): Promise<void> {
  const { queue, executor, contextFor } = handling;
  const entered = queue.enter(progress.kind?.priority ?? 'reports');
  if (!(typeof entered === 'boolean' ? entered : await entered))
    return refuse(handling, response, progress, REFUSALS.overloaded);
  try {
    const { requestId } = progress;
    const { status, text, outcome } = await executor.execute(body, contextFor(caller, requestId));
    const headers = status === REFUSALS.unavailable.status ? REFUSALS.unavailable.headers : undefined;
    sendJson(response, { requestId, status, text, headers });
    observe(handling, progress, outcome, status);
  } finally {
    queue.leave();
  }
}

function refuse(
  handling: GraphqlHandling,
  response: ServerResponse,
  progress: Progress,
  refusal: RequestRefusal,
): void {
  sendRefusal(response, refusal, progress.requestId);
  observe(handling, progress, refusal === REFUSALS.overloaded ? 'shed' : 'refused', refusal.status);
}

function observe(
  { observe: tell }: GraphqlHandling,
  { requestId, started, kind }: Progress,
  outcome: RequestOutcome,
  status: number,
): void {
  const ms = performance.now() - started;
  tell({
    requestId,
    operation: kind?.name ?? 'other',
    priority: kind?.priority ?? null,
    outcome,
    status,
    ms,
  });
}
