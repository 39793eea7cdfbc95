/** Defines the three truth values and how they combine (Kleene's strong logic of indeterminacy, 1938). */

/** `UNKNOWN` is what a comparison with an absent, stale or wrongly typed fact yields. */
export type Truth = 'TRUE' | 'FALSE' | 'UNKNOWN';
