/** Reads a GraphQL request out of a JSON text. */
import { parse as parseJson } from '@humanwhocodes/momoa';
import { badRequest, type RequestRefusal } from './request-refusal';

/** A request of the GraphQL-over-HTTP specification; `extensions` are not used. */
export interface GraphqlRequest {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>> | null;
  readonly operationName: string | null;
}

/** The request, or why it is refused. */
export function readGraphqlRequest(text: string): GraphqlRequest | RequestRefusal {
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    return badRequest(`The body is not valid JSON${whereJsonBreaks(text)}.`);
  }
  if (Array.isArray(body)) return badRequest('Batching is not supported; send one operation per request.');
  if (!isObject(body)) return badRequest('The body must be a JSON object with the member `query`.');
  return readMembers(body);
}

function readMembers({
  query,
  variables,
  operationName,
}: Record<string, unknown>): GraphqlRequest | RequestRefusal {
  if (typeof query !== 'string' || query.trim() === '') {
    return badRequest('`query` must be a text with a GraphQL operation.');
  }
  if (!isAbsent(variables) && !isObject(variables)) return badRequest('`variables` must be a JSON object.');
  if (!isAbsent(operationName) && typeof operationName !== 'string') {
    return badRequest('`operationName` must be a text.');
  }
  return { query, variables: variables ?? null, operationName: operationName ?? null };
}

function isAbsent(value: unknown): value is null | undefined {
  return value === null || value === undefined;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function whereJsonBreaks(text: string): string {
  try {
    parseJson(text);
    return '';
  } catch (error) {
    const { line, column } = error as { line?: number; column?: number };
    return line === undefined || column === undefined ? '' : ` at line ${line}, column ${column}`;
  }
}
