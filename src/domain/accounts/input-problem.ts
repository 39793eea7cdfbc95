/** Describes what is wrong with something a caller sent in. */

/** One finding about an item; all of an item's are reported together. */
export interface InputProblem {
  /** RFC 6901 JSON pointer into the item; the empty string is the item itself. */
  readonly pointer: string;
  /** What is wrong, in one plain sentence. */
  readonly message: string;
  /** How to mend it, with near names where there are any; null when the message says it all. */
  readonly hint: string | null;
}

/** What was read, or why it could not be. */
export type Reading<T> = { readonly value: T } | { readonly problems: readonly InputProblem[] };
