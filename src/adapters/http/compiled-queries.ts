/** Runs queries through functions compiled once per document; what they cannot answer cleanly is left to the plain executor. */
import { HeaderMap, type ApolloServerPlugin, type BaseContext, type GraphQLResponse } from '@apollo/server';
import {
  OperationTypeNode,
  parse,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLSchema,
} from 'graphql';
import { compileQuery, isCompiledQuery, type CompiledQuery } from 'graphql-jit';

/** What is known of one operation: how often it was asked, and its function once that was worth making. */
interface Operation {
  asked: number;
  /** null: it cannot be compiled. */
  query: CompiledQuery['query'] | null | undefined;
}

/** Compiling costs as much as hundreds of plain executions: a document that is asked once is not worth it. */
const COMPILE_AT = 2;

/** Whether this process may compile at all; with --disallow-code-generation-from-strings it may not. */
export function canCompile(schema: GraphQLSchema): boolean {
  return compile(schema, parse('{ __typename }'), undefined) !== null;
}

/**
 * An Apollo plugin. Queries only, from their second execution on. An answer with errors is thrown away and the query is
 * executed once more by Apollo, which words errors properly; queries write nothing, so that is safe.
 */
export function compiledQueries(schema: GraphQLSchema): ApolloServerPlugin<BaseContext> {
  const known = new WeakMap<DocumentNode, Map<string, Operation>>();
  const listener = {
    async responseForOperation(
      request: Parameters<ResponseForOperation>[0],
    ): Promise<GraphQLResponse | null> {
      if (request.operation?.operation !== OperationTypeNode.QUERY) return null;
      const operation = lookUp(known, request.document, request.request.operationName ?? '');
      operation.asked += 1;
      if (operation.asked < COMPILE_AT) return null;
      operation.query ??= compile(schema, request.document, request.request.operationName);
      return operation.query === null
        ? null
        : run(operation.query, request.contextValue, request.request.variables);
    },
  };
  return { requestDidStart: () => Promise.resolve(listener) };
}

type RequestListener = Exclude<Awaited<ReturnType<NonNullable<ApolloServerPlugin['requestDidStart']>>>, void>;
type ResponseForOperation = NonNullable<RequestListener['responseForOperation']>;

async function run(
  query: CompiledQuery['query'],
  context: unknown,
  variables: Record<string, unknown> | undefined,
): Promise<GraphQLResponse | null> {
  const result = (await query(undefined, context, variables ?? {})) as ExecutionResult;
  if (result.errors !== undefined && result.errors.length > 0) return null;
  return {
    http: { status: undefined, headers: new HeaderMap() },
    body: { kind: 'single', singleResult: { data: result.data ?? null } },
  };
}

function lookUp(
  known: WeakMap<DocumentNode, Map<string, Operation>>,
  document: DocumentNode,
  name: string,
): Operation {
  const operations = known.get(document) ?? new Map<string, Operation>();
  known.set(document, operations);
  const operation = operations.get(name) ?? { asked: 0, query: undefined };
  operations.set(name, operation);
  return operation;
}

function compile(
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName: string | null | undefined,
): CompiledQuery['query'] | null {
  try {
    const compiled = compileQuery(schema, document, operationName ?? undefined);
    return isCompiledQuery(compiled) ? compiled.query : null;
  } catch {
    return null;
  }
}
