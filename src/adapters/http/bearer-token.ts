/** Reads the bearer token of a request (RFC 6750, section 2.1). */

const MAX_TOKEN_LENGTH = 4096;

/** The token; null when the header is absent, of another scheme, or no token could look like that. */
export function bearerToken(authorization: string | undefined): string | null {
  const match = /^Bearer +([A-Za-z0-9._~+/=-]+) *$/i.exec(authorization ?? '');
  const token = match?.[1];
  return token === undefined || token.length > MAX_TOKEN_LENGTH ? null : token;
}
