/** A whole server on a free port, with use cases from values, and a client for it. */
import { buildContractSchema } from '../../src/adapters/graphql/contract-schema';
import { RequestContext } from '../../src/adapters/graphql/request-context';
import type { Services } from '../../src/adapters/graphql/services';
import {
  createHttpServer,
  type HttpServer,
  type HttpServerOptions,
} from '../../src/adapters/http/http-server';
import { SCOPES, type Authenticator, type Scope } from '../../src/application/caller';
import { testServices } from './graphql-services';

/** The parts of an answer that tests look at. */
export interface JsonAnswer {
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly {
    readonly message: string;
    readonly path?: readonly (string | number)[];
    readonly extensions: {
      readonly code: string;
      readonly requestId: string;
      readonly [member: string]: unknown;
    };
  }[];
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly json: JsonAnswer;
}

export interface TestServer {
  readonly url: string;
  readonly server: HttpServer;
  /** Causes of faults that were reported. */
  readonly faults: { requestId: string; error: unknown }[];
  /** Sends a query as a caller with every scope. */
  ask(query: string, variables?: Record<string, unknown>, token?: string): Promise<Answer>;
  /** Sends a POST to /graphql as it is; `null` takes a header away. */
  post(body: string | Uint8Array, headers?: Record<string, string | null>): Promise<Answer>;
  close(): Promise<void>;
}

/** Tokens are lists of scopes joined by dots, `offers_read.rules_read`; `all` has every scope. */
const authenticator: Authenticator = {
  authenticate: async (token) => {
    const scopes =
      token === 'all' ? SCOPES : (token.split('.') as Scope[]).map((name) => name.replace('_', ':') as Scope);
    const known = scopes.every((scope) => SCOPES.includes(scope));
    return known ? { kind: 'api-key', id: token, name: token, scopes: new Set(scopes) } : null;
  },
};

/** Starts one; the caller closes it. */
export async function startServer(
  services: Partial<Services> = {},
  options: Partial<HttpServerOptions> = {},
): Promise<TestServer> {
  const faults: TestServer['faults'] = [];
  const filled = testServices(services);
  let requests = 0;
  const server = createHttpServer({
    schema: buildContractSchema(),
    production: false,
    authenticator,
    contextFor: (caller, requestId) => new RequestContext(filled, caller, requestId),
    nextRequestId: () => `req-${(requests += 1)}`,
    checkReadiness: async () => true,
    observe: () => undefined,
    metrics: { read: async () => ({ text: '', contentType: 'text/plain' }), token: null },
    priorityOf: () => 'evaluations',
    limits: { concurrency: 64, queued: 64 },
    reportFault: (fault) => void faults.push(fault),
    ...options,
  });
  const { url } = await server.listen(0, '127.0.0.1');
  const post: TestServer['post'] = async (body, headers = {}) => {
    const all = { 'content-type': 'application/json', authorization: 'Bearer all', ...headers };
    const sent = Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== null);
    return toAnswer(
      await fetch(`${url}/graphql`, { method: 'POST', body, headers: Object.fromEntries(sent) }),
    );
  };
  return {
    url,
    server,
    faults,
    post,
    ask: (query, variables, token = 'all') =>
      post(JSON.stringify({ query, variables }), { authorization: `Bearer ${token}` }),
    close: () => server.close(100),
  };
}

/** Reads an answer whole. */
export async function toAnswer(response: Response): Promise<Answer> {
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    text,
    json: (text === '' ? {} : JSON.parse(text)) as JsonAnswer,
  };
}
