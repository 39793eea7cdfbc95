/** Puts the listener together: schema, callers, priorities, metrics and log lines. */
import { buildContractSchema } from '../adapters/graphql/contract-schema';
import { RequestContext } from '../adapters/graphql/request-context';
import { scopeOf } from '../adapters/graphql/scope';
import type { Services } from '../adapters/graphql/services';
import type { Priority } from '../adapters/http/admission-queue';
import { createHttpServer, type HttpServer } from '../adapters/http/http-server';
import type { OpenDatabase } from '../adapters/persistence/open-database';
import type { Environment } from '../adapters/runtime/environment';
import type { Logger } from '../adapters/runtime/logger';
import type { RememberedReads } from '../adapters/runtime/remembered-reads';
import { nextRequestId } from '../adapters/runtime/next-request-id';
import { requestLog } from '../adapters/runtime/request-log';
import type { ServiceMetrics } from '../adapters/runtime/service-metrics';
import type { Scope } from '../application/caller';
import { isUnavailable } from '../application/unavailability';
import type { Access } from './access';
import { readinessOf } from './readiness';

/** What a listener is made of. */
export interface ServerParts {
  readonly environment: Environment;
  readonly services: Services;
  readonly access: Access;
  readonly database: OpenDatabase;
  readonly logger: Logger;
  readonly metrics: ServiceMetrics;
  readonly reads: RememberedReads;
}

/** A server that does not listen yet. */
export function buildServer(parts: ServerParts): HttpServer {
  const { environment, services, access, database, logger, metrics, reads } = parts;
  const log = requestLog(logger, environment.SLOW_REQUEST_MS);
  return createHttpServer({
    schema: buildContractSchema(),
    production: environment.NODE_ENV === 'production',
    authenticator: access.authenticator,
    contextFor: (caller, requestId) => new RequestContext(services, caller, requestId),
    nextRequestId,
    reportFault: ({ requestId, error }) => reportFault(logger, requestId, error),
    checkReadiness: readinessOf(database.releases, reads),
    metrics: { read: () => metrics.read(), token: environment.METRICS_TOKEN ?? null },
    priorityOf: (field) => priorityFor(scopeOf(field)),
    limits: { concurrency: environment.MAX_CONCURRENT_REQUESTS, queued: environment.MAX_QUEUED_REQUESTS },
    observe: (record) => {
      metrics.requestDone(record);
      log(record);
    },
  });
}

/** By scope, so that a new field finds its place by itself. */
function priorityFor(scope: Scope | undefined): Priority {
  if (scope === 'responses:write') return 'answers';
  return scope === 'offers:read' ? 'evaluations' : 'reports';
}

/** A database that is away is one line without a stack; the next hundred requests would say the same. */
function reportFault(logger: Logger, requestId: string, error: unknown): void {
  if (isUnavailable(error))
    logger.warn({ requestId, reason: (error as Error).message }, 'the database is not available');
  else logger.error({ requestId, err: error }, 'a request failed');
}
