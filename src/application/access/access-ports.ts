/** The contracts between API keys and the world. */
import type { Timestamp } from '../../domain/accounts/account';
import type { AuditRecord } from '../../domain/audit/audit-entry';
import type { Scope } from '../caller';

/** An API key as it is kept: everything but the secret. */
export interface ApiKey {
  /** UUIDv7. */
  readonly id: string;
  /** What people call it; need not be unique. */
  readonly name: string;
  /** SHA-256 of the whole secret, lower-case hex; unique. */
  readonly digest: string;
  /** The first letters of the secret, by which people tell keys apart in lists and logs. */
  readonly prefix: string;
  readonly scopes: readonly Scope[];
  readonly createdAt: Timestamp;
  /** From then on it is refused; null: never. */
  readonly expiresAt: Timestamp | null;
  /** Since then it is refused; null while it is in force. */
  readonly revokedAt: Timestamp | null;
}

/** Makes what nobody can guess. */
export interface SecretSource {
  /** 192 random bits as 48 lower-case hex digits. */
  next(): string;
}

/** What an account token binds. */
export interface AccountTokenClaims {
  readonly accountId: string;
  /** null: the account counts as the user. */
  readonly userId: string | null;
  /** Milliseconds since the epoch. */
  readonly expiresAt: number;
}

/** Signs and checks account tokens. */
export interface AccountTokenSigner {
  sign(claims: AccountTokenClaims): string;
  /** null when the text is forged, made for another purpose, or no token at all. Expiry is judged by the caller, against its clock. */
  verify(token: string): AccountTokenClaims | null;
}

/** Finds keys by their digest: the store, or a memory in front of it. */
export type ApiKeyFinder = Pick<ApiKeyStore, 'byDigest'>;

/** Keeps API keys; rows are never deleted. */
export interface ApiKeyStore {
  /** Throws when the id or the digest is taken. The record goes into the audit log with it. */
  insert(key: ApiKey, record: AuditRecord): Promise<void>;
  /** One prepared read by the digest; null when there is none. Revoked and expired keys are found too. */
  byDigest(digest: string): Promise<ApiKey | null>;
  /** All keys, revoked and expired ones included, oldest first. */
  list(): Promise<readonly ApiKey[]>;
  /** False when there is no such key or it was revoked before: the first revocation stands, and nothing is recorded. Else it is revoked at the time of the record. */
  revoke(id: string, record: AuditRecord): Promise<boolean>;
}
