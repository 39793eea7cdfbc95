/** Begins a subscription by hand of graphql-js, with the same limits and the same words for errors as a plain request. */
import { createHandler, type Handler } from 'graphql-sse';
import {
  GraphQLError,
  parse,
  specifiedRules,
  subscribe,
  validate,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLSchema,
} from 'graphql';
import { isUnavailable } from '../../application/unavailability';
import { formatClientError, type FaultReport, type IdentifiedRequest } from './client-errors';
import { costLimit } from './document-cost';
import { documentLimits, MAX_TOKENS, MAX_TOLD_ERRORS } from './document-limits';
import { REFUSALS } from './request-refusal';
import { streamedOperations } from './served-operations';

/** What a stream is executed with. */
export interface StreamOptions {
  readonly schema: GraphQLSchema;
  /** In production errors do not name what the schema has instead. */
  readonly production: boolean;
  readonly reportFault: FaultReport;
}

interface Asked {
  readonly query: string;
  readonly operationName?: string | null | undefined;
  readonly variables?: Record<string, unknown> | null | undefined;
}

const RULES = [...specifiedRules, documentLimits, costLimit, streamedOperations];

/** One connection carries one subscription; whatever fails before it begins is answered as plain JSON with a status. */
export function streamHandler(options: StreamOptions): Handler<unknown, IdentifiedRequest> {
  return createHandler<unknown, IdentifiedRequest>({
    authenticate: () => null,
    onSubscribe: async ({ context }, asked) => {
      const begun = await begin(options, context, asked);
      if (Symbol.asyncIterator in begun) return begun;
      const { status, errors } = begun;
      const headers = { 'content-type': 'application/json; charset=utf-8' };
      return [JSON.stringify({ errors }), { status, statusText: '', headers }];
    },
    onNext: (_context, { context }, result) =>
      result.errors === undefined
        ? undefined
        : ({ ...result, errors: worded(options, context, result.errors) } as unknown as ExecutionResult),
  });
}

type Begun = AsyncIterable<ExecutionResult> | { readonly status: number; readonly errors: readonly object[] };

async function begin(options: StreamOptions, context: IdentifiedRequest, asked: Asked): Promise<Begun> {
  const document = read(options, asked.query);
  if (!('kind' in document)) return { status: 400, errors: worded(options, context, document) };
  const begun = await subscribe({
    schema: options.schema,
    document,
    contextValue: context,
    variableValues: asked.variables,
    operationName: asked.operationName,
  });
  if (Symbol.asyncIterator in begun) return begun;
  const errors = (begun.errors ?? []).map((error) =>
    error.originalError ? error : coded(error, 'BAD_USER_INPUT'),
  );
  return { status: statusOf(errors), errors: worded(options, context, errors) };
}

function read({ schema, production }: StreamOptions, query: string): DocumentNode | readonly GraphQLError[] {
  try {
    const document = parse(query, { maxTokens: MAX_TOKENS });
    const found = validate(schema, document, RULES, {
      maxErrors: MAX_TOLD_ERRORS,
      hideSuggestions: production,
    });
    return found.length === 0 ? document : found.map((error) => coded(error, 'GRAPHQL_VALIDATION_FAILED'));
  } catch (error) {
    return [coded(error as GraphQLError, 'GRAPHQL_PARSE_FAILED')];
  }
}

/** An error with a code; one that has its own keeps it. */
function coded(error: GraphQLError, code: string): GraphQLError {
  return new GraphQLError(error.message, { ...error, extensions: { code, ...error.extensions } });
}

function worded(
  { reportFault }: StreamOptions,
  { requestId }: IdentifiedRequest,
  errors: readonly GraphQLError[],
): readonly object[] {
  return errors.map((error) => {
    const shown = formatClientError(error.toJSON(), error);
    if (shown.extensions?.['code'] === REFUSALS.fault.code) reportFault({ requestId, error });
    return { ...shown, extensions: { ...shown.extensions, requestId } };
  });
}

function statusOf([error]: readonly GraphQLError[]): number {
  const { http, code } = (error?.extensions ?? {}) as { http?: { status?: number }; code?: string };
  if (code !== undefined) return http?.status ?? 400;
  return isUnavailable(error?.originalError) ? REFUSALS.unavailable.status : REFUSALS.fault.status;
}
