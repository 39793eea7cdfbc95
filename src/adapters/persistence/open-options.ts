/** The knobs of a database connection, with their defaults. */

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
}

/** Enough for one process; a replica more brings its own pool. */
export const DEFAULT_OPEN_OPTIONS: OpenOptions = {
  poolSize: 10,
  queueLimit: 1_000,
  acquireTimeoutMs: 2_000,
  connectTimeoutMs: 5_000,
};
