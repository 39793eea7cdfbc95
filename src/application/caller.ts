/** Says who asks, and what that entitles them to. */

/** What a caller may do; every field of the API names the one it demands. */
export const SCOPES = ['offers:read', 'rules:read', 'data:ingest'] as const;
export type Scope = (typeof SCOPES)[number];

/** Someone whose token was accepted. `kind` tells kinds of token apart. */
export interface Caller {
  readonly kind: 'api-key';
  /** Names the key in logs; never the key itself. */
  readonly id: string;
  readonly scopes: ReadonlySet<Scope>;
}

/** Finds out who sends a request. */
export interface Authenticator {
  /** The caller behind a bearer token; null when it is not valid, whatever the reason. Takes the same time either way. */
  authenticate(token: string): Caller | null;
}
