/** Mounts Apollo: parsing, validation, limits and execution of one request at a time, without its HTTP. */
import { ApolloServer, HeaderMap, type ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import type { GraphQLSchema } from 'graphql';
import type { RequestOutcome } from './request-record';
import {
  errorReporting,
  formatClientError,
  OUTCOME_HEADER,
  type FaultReport,
  type IdentifiedRequest,
} from './client-errors';
import { canCompile, compiledQueries } from './compiled-queries';
import { costLimit } from './document-cost';
import { documentLimits, MAX_TOKENS, MAX_TOLD_ERRORS } from './document-limits';
import { servedOperations } from './served-operations';
import type { GraphqlRequest } from './graphql-request';

/** How to execute. */
export interface ExecutorOptions {
  readonly schema: GraphQLSchema;
  /** In production introspection is off and errors do not name what the schema has instead. */
  readonly production: boolean;
  /** Whether queries may be compiled to functions; default: whether this process can. */
  readonly codeGeneration?: boolean;
  readonly reportFault: FaultReport;
}

/** An answer ready to be sent. */
export interface ExecutedAnswer {
  readonly status: number;
  readonly text: string;
  readonly outcome: RequestOutcome;
}

/** Executes requests; `start` comes first, `stop` last. */
export interface GraphqlExecutor {
  start(): Promise<void>;
  stop(): Promise<void>;
  execute(request: GraphqlRequest, context: IdentifiedRequest): Promise<ExecutedAnswer>;
}

const HEADERS = new HeaderMap([['content-type', 'application/json']]);

/** An executor over a schema whose context value carries a `requestId`. */
export function createGraphqlExecutor(options: ExecutorOptions): GraphqlExecutor {
  const apollo = new ApolloServer<IdentifiedRequest>({
    schema: options.schema,
    plugins: pluginsOf(options),
    nodeEnv: 'production',
    introspection: !options.production,
    hideSchemaDetailsFromClientErrors: options.production,
    includeStacktraceInErrorResponses: false,
    persistedQueries: false,
    allowBatchedHttpRequests: false,
    csrfPrevention: false,
    stopOnTerminationSignals: false,
    validationRules: [documentLimits, costLimit, servedOperations],
    validationOptions: { maxErrors: MAX_TOLD_ERRORS },
    parseOptions: { maxTokens: MAX_TOKENS },
    executionOptions: { maxCoercionErrors: MAX_TOLD_ERRORS },
    formatError: formatClientError,
    logger: SILENT,
  });
  return {
    start: () => apollo.start(),
    stop: () => apollo.stop(),
    execute: (request, context) => execute(apollo, request, context),
  };
}

/** Causes reach the log through `reportFault`; Apollo's own lines would say it twice. */
const SILENT = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
};

function pluginsOf(options: ExecutorOptions): ApolloServerPlugin<IdentifiedRequest>[] {
  const compiling = options.codeGeneration ?? canCompile(options.schema);
  return [
    ApolloServerPluginCacheControlDisabled(),
    ApolloServerPluginInlineTraceDisabled(),
    ApolloServerPluginLandingPageDisabled(),
    ApolloServerPluginSchemaReportingDisabled(),
    ApolloServerPluginUsageReportingDisabled(),
    errorReporting(options.reportFault),
    ...(compiling ? [compiledQueries(options.schema)] : []),
  ];
}

async function execute(
  apollo: ApolloServer<IdentifiedRequest>,
  body: GraphqlRequest,
  context: IdentifiedRequest,
): Promise<ExecutedAnswer> {
  const answer = await apollo.executeHTTPGraphQLRequest({
    httpGraphQLRequest: { method: 'POST', headers: HEADERS, search: '', body },
    context: () => Promise.resolve(context),
  });
  if (answer.body.kind !== 'complete') throw new Error('An answer in parts was never asked for.');
  const outcome = (answer.headers.get(OUTCOME_HEADER) ?? 'ok') as RequestOutcome;
  return { status: answer.status ?? 200, text: answer.body.string, outcome };
}
