/** Says who asks, and what that entitles them to. */

/** What a caller may do; every root field of the API names the one it demands. */
export const SCOPES = [
  'offers:read',
  'rules:read',
  'tasks:read',
  'reports:read',
  'responses:write',
  'rules:edit',
  'rules:publish',
  'rules:approve',
  'data:ingest',
  'admin',
] as const;
export type Scope = (typeof SCOPES)[number];

/** What an account token may do, for its one account. */
export const ACCOUNT_TOKEN_SCOPES: ReadonlySet<Scope> = new Set(['offers:read', 'responses:write']);

/** A system of ours or of a partner, known by its API key. */
export interface KeyCaller {
  readonly kind: 'api-key';
  /** Names the key in logs and owns its idempotency keys; never the key itself. */
  readonly id: string;
  /** What people call it. */
  readonly name: string;
  readonly scopes: ReadonlySet<Scope>;
}

/** A browser that speaks for one account; ids of every other account are unknown to it. */
export interface TokenCaller {
  readonly kind: 'account-token';
  /** The same for every token of one account and user, so that a renewed token still finds its answers. */
  readonly id: string;
  readonly scopes: ReadonlySet<Scope>;
  readonly accountId: string;
  /** null: the account counts as the user. */
  readonly userId: string | null;
}

/** Someone whose token was accepted. */
export type Caller = KeyCaller | TokenCaller;

/** Finds out who sends a request. */
export interface Authenticator {
  /** The caller behind a bearer token; null when it is not valid, whatever the reason. Rejects only when that can't be found out. */
  authenticate(token: string): Promise<Caller | null>;
}

/** Whether ids of this account exist for the caller: an account token knows its own only. */
export function reachesAccount(caller: Caller, accountId: string): boolean {
  return caller.kind === 'api-key' || caller.accountId === accountId;
}
