/** The knobs of a database connection, with their defaults. */
import type { AuditTools } from '../../domain/audit/audit-chain';

/** Stands in where nothing is audited. Whoever appends without tools of its own is told so, and nothing is written. */
const NO_AUDIT: AuditTools = { digest: refuseAudit, seal: refuseAudit };

/** All may be left out. */
export interface OpenOptions {
  /** Connections to MySQL; SQLite has one writer and one reader. Default 10. */
  readonly poolSize: number;
  /** How many calls may wait for a connection before others are refused at once. Default 1,000. */
  readonly queueLimit: number;
  /** Longest wait for a connection or for SQLite's one writer, in milliseconds. Default 2,000. */
  readonly acquireTimeoutMs: number;
  /** Longest wait for MySQL to answer a connection attempt, in milliseconds. Default 5,000. */
  readonly connectTimeoutMs: number;
  /** What the audit log is chained and sealed with. Default: appending to it throws. */
  readonly audit: AuditTools;
}

/** Enough for one process; a replica more brings its own pool. */
export const DEFAULT_OPEN_OPTIONS: OpenOptions = {
  poolSize: 10,
  queueLimit: 1_000,
  acquireTimeoutMs: 2_000,
  connectTimeoutMs: 5_000,
  audit: NO_AUDIT,
};

function refuseAudit(): never {
  throw new Error('This database was opened without the tools that the audit log is sealed with.');
}
