/** Listens, and stops listening without losing a request. */
import {
  createServer,
  type RequestListener,
  type Server,
  type ServerResponse,
  STATUS_CODES,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import type { GraphQLField } from 'graphql';
import { AdmissionQueue, LONGEST_WAIT_MS, type AdmissionLimits, type Priority } from './admission-queue';
import { createGraphqlExecutor, type ExecutorOptions } from './graphql-executor';
import { answerGraphql, type GraphqlHandling } from './graphql-endpoint';
import { metricsEndpoint, type MetricsOptions } from './metrics-endpoint';
import { operationKinds } from './operation-kinds';
import { overloadGate } from './overload-gate';
import { createProbes, type ReadinessCheck } from './probes';
import { refusalBody } from './reply';
import { requestHandler, type Endpoint } from './request-handler';
import { streamEndpoint } from './stream-endpoint';
import { streamHandler } from './stream-operation';

/** What a server needs from the outside. */
export interface HttpServerOptions
  extends ExecutorOptions, Pick<GraphqlHandling, 'authenticator' | 'contextFor' | 'observe'> {
  readonly nextRequestId: () => string;
  /** Whether requests can be answered; has a second to say so. */
  readonly checkReadiness: ReadinessCheck;
  readonly metrics: MetricsOptions;
  /** How important a root field is under load. */
  readonly priorityOf: (field: GraphQLField<unknown, unknown>) => Priority;
  readonly limits: Pick<AdmissionLimits, 'concurrency' | 'queued' | 'now'>;
}

/** A server that listens or has listened. */
export interface HttpServer {
  /** Starts; port 0 takes a free one. Rejects when the port is taken. */
  listen(port: number, host: string): Promise<{ readonly url: string }>;
  /** Makes `/readyz` say no while requests are answered as before: balancers need a moment to look elsewhere. */
  announceClose(): void;
  /** Stops accepting, answers what is under way, and cuts off what takes longer than `graceMs`. Does nothing before `listen`. */
  close(graceMs: number): Promise<void>;
}

const TIMEOUTS = {
  /** A client has this long for its headers, and this long for the whole request. */
  headersTimeout: 10_000,
  requestTimeout: 20_000,
  /** Longer than the idle timeout of common load balancers, so that they close first. */
  keepAliveTimeout: 65_000,
  connectionsCheckingInterval: 2_000,
} as const;

/** Where questions and answers are posted; with a query text behind it a request works as well, but passes no gate. */
const GRAPHQL_PATH = '/graphql';

/** Bytes that the head of a request may have. */
export const MAX_HEADER_BYTES = 16 * 1024;

/** Makes a server; nothing happens before `listen`. */
export function createHttpServer(options: HttpServerOptions): HttpServer {
  let draining = false;
  const underWay = responsesUnderWay();
  const executor = createGraphqlExecutor(options);
  const queue = new AdmissionQueue({ ...options.limits, longestWaitMs: LONGEST_WAIT_MS });
  const handle = requestHandler({
    ...options,
    endpoints: endpointsOf({ ...options, executor, queue }, () => draining),
  });
  const gate = overloadGate({ ...options, queue });
  const take: RequestListener = (request, response) => {
    if (draining) response.setHeader('connection', 'close');
    underWay.add(response);
    handle(request, response);
  };
  const server = createServer({ ...TIMEOUTS, maxHeaderSize: MAX_HEADER_BYTES }, (request, response) => {
    if (draining || request.url !== GRAPHQL_PATH) take(request, response);
    else gate(request, response, () => take(request, response));
  });
  server.on('clientError', (error, socket) => refuseBrokenRequest(error, socket, options.nextRequestId()));
  return {
    listen: async (port, host) => {
      await executor.start();
      return { url: await listen(server, port, host) };
    },
    announceClose: () => {
      draining = true;
    },
    close: async (graceMs) => {
      draining = true;
      for (const response of underWay.all)
        if (!response.headersSent) response.setHeader('connection', 'close');
      if (!server.listening) return;
      await drain(server, graceMs);
      await executor.stop();
    },
  };
}

/** Those that are not closed yet; one listener serves them all. */
function responsesUnderWay() {
  const all = new Set<ServerResponse>();
  function forget(this: ServerResponse): void {
    all.delete(this);
  }
  const add = (response: ServerResponse) => void all.add(response.on('close', forget));
  return { all, add };
}

function endpointsOf(
  options: HttpServerOptions & Pick<GraphqlHandling, 'executor' | 'queue'>,
  isDraining: () => boolean,
): ReadonlyMap<string, Endpoint> {
  const handling = { ...options, kindOf: operationKinds(options.schema, options.priorityOf) };
  return new Map<string, Endpoint>([
    [GRAPHQL_PATH, (request, response, requestId) => answerGraphql(handling, request, response, requestId)],
    ['/graphql/stream', streamEndpoint({ ...options, handler: streamHandler(options) })],
    ['/metrics', metricsEndpoint(options.metrics, options.authenticator)],
    ...createProbes(options.checkReadiness, isDraining),
  ]);
}

function listen(server: Server, port: number, host: string): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      const { address, family, port: taken } = server.address() as AddressInfo;
      resolve(`http://${family === 'IPv6' ? `[${address}]` : address}:${taken}`);
    });
  });
}

function drain(server: Server, graceMs: number): Promise<void> {
  return new Promise((resolve) => {
    const cutOff = setTimeout(() => server.closeAllConnections(), graceMs);
    server.close(() => {
      clearTimeout(cutOff);
      resolve();
    });
    server.closeIdleConnections();
  });
}

const BROKEN: Readonly<Record<string, readonly [status: number, code: string, message: string]>> = {
  HPE_HEADER_OVERFLOW: [431, 'HEADERS_TOO_LARGE', `The headers are larger than ${MAX_HEADER_BYTES} bytes.`],
  ERR_HTTP_REQUEST_TIMEOUT: [408, 'REQUEST_TIMEOUT', 'The request did not arrive in time.'],
};

/** Answers what is no HTTP, too long or too slow, where there is still somebody to answer. */
function refuseBrokenRequest(error: NodeJS.ErrnoException, socket: Duplex, requestId: string): void {
  if (!socket.writable || error.code === 'ECONNRESET') {
    socket.destroy();
    return;
  }
  const [status, code, message] = BROKEN[error.code ?? ''] ?? [400, 'BAD_REQUEST', 'This is not valid HTTP.'];
  const body = refusalBody({ message, code }, requestId);
  socket.end(
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\nconnection: close\r\ncontent-type: application/json; charset=utf-8\r\n` +
      `content-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  );
}
