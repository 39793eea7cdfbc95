/** Lets those read the metrics who may: they name offers and tell how busy the business is. */
import { createHash, timingSafeEqual } from 'node:crypto';
import type { Authenticator } from '../../application/caller';
import { bearerToken } from './bearer-token';
import { sendJson, sendRefusal } from './reply';
import type { Endpoint } from './request-handler';
import { REFUSALS } from './request-refusal';

/** What the endpoint works with. */
export interface MetricsOptions {
  readonly read: () => Promise<{ readonly text: string; readonly contentType: string }>;
  /** A token for the scraper alone; null: only keys with the scope admin. */
  readonly token: string | null;
}

/**
 * Demands the scraper's token or a key with the scope admin, from everywhere: behind a proxy on the same machine every
 * request would seem to come from here.
 */
export function metricsEndpoint({ read, token }: MetricsOptions, authenticator: Authenticator): Endpoint {
  return async (request, response, requestId) => {
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return sendRefusal(response, REFUSALS.probeMethodNotAllowed, requestId);
    const given = bearerToken(request.headers.authorization);
    const isScraper = given !== null && token !== null && sameToken(given, token);
    const caller = given === null || isScraper ? null : await authenticator.authenticate(given);
    if (!isScraper && caller === null) return sendRefusal(response, REFUSALS.unauthenticated, requestId);
    if (!isScraper && caller?.scopes.has('admin') !== true)
      return sendRefusal(response, REFUSALS.metricsForbidden, requestId);
    const { text, contentType } = await read();
    sendJson(response, { requestId, status: 200, text, headers: { 'content-type': contentType } });
  };
}

function sameToken(left: string, right: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text, 'utf8').digest();
  return timingSafeEqual(digest(left), digest(right));
}
