/** Judges a request by its head alone; the body of one that is refused is never looked at. */
import type { IncomingMessage } from 'node:http';
import type { Authenticator, Caller } from '../../application/caller';
import { bearerToken } from './bearer-token';
import { readGraphqlRequest, type GraphqlRequest } from './graphql-request';
import { readBody } from './read-body';
import { REFUSALS, type RequestRefusal } from './request-refusal';

/** A request that may be executed, if its operation allows it. */
export interface AdmittedRequest {
  readonly caller: Caller;
  readonly token: string;
  readonly body: GraphqlRequest;
}

/** Who asks what; or why nobody will look into it. */
export async function admitRequest(
  authenticator: Authenticator,
  request: IncomingMessage,
): Promise<AdmittedRequest | RequestRefusal> {
  const { method, headers } = request;
  if (method !== 'POST') return REFUSALS.methodNotAllowed;
  const token = bearerToken(headers.authorization);
  const caller = token === null ? null : await authenticator.authenticate(token);
  if (token === null || caller === null) return REFUSALS.unauthenticated;
  if (!JSON_MEDIA_TYPE.test(headers['content-type'] ?? '')) return REFUSALS.unsupportedMediaType;
  if ((headers['content-encoding'] ?? 'identity') !== 'identity') return REFUSALS.unsupportedEncoding;
  const read = readBody(request);
  const text = typeof read === 'string' ? read : await read;
  const body = typeof text === 'string' ? readGraphqlRequest(text) : text;
  return 'code' in body ? body : { caller, token, body };
}

const JSON_MEDIA_TYPE = /^application\/json\s*(;\s*charset\s*=\s*"?utf-8"?\s*)?$/i;
