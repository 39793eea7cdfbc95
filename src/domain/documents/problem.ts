/** Describes one finding about a document: what is wrong, where, and how to mend it. */

/** `ERROR` keeps a document out of a release, `WARNING` asks for a second look, `INFO` merely tells. */
export type Severity = 'ERROR' | 'WARNING' | 'INFO';

/** One finding. Checks report every problem they see and never throw. */
export interface Problem {
  readonly severity: Severity;
  /** RFC 6901 JSON pointer into the document; the empty string is the document itself. */
  readonly pointer: string;
  /** A stable UPPER_SNAKE_CASE code, listed in docs/problems.md. */
  readonly code: string;
  /** What is wrong, in one plain sentence. */
  readonly message: string;
  /** How to mend it, with near names where there are any; `null` when the message says it all. */
  readonly hint: string | null;
}
