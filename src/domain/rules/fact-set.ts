/** Holds the facts of one evaluation: values that are present, and the names of those too old to trust. */

/** A value a condition can see. Dates are RFC 3339 texts. Never null, NaN or infinite: such a fact is absent. */
export type FactValue =
  | string
  | number
  | boolean
  | readonly (string | number | boolean)[]
  | { readonly [member: string]: unknown };

/** Facts are built before an evaluation, which only reads them. */
export interface FactSet {
  /** Present and fresh facts by dotted name; a name that is not a key is absent. */
  readonly values: ReadonlyMap<string, FactValue>;
  /** Facts whose value is known but older than its `maxAge`; they count as absent. */
  readonly stale: ReadonlySet<string>;
  /** The clock of the evaluation, in milliseconds since the epoch. */
  readonly now: number;
}

/** Values to which others are added. */
interface GrowingValues extends ReadonlyMap<string, FactValue> {
  set(name: string, value: FactValue): GrowingValues;
}

/** Facts of one decision, to which its stages add what they find. */
export interface GrowingFacts extends FactSet {
  readonly values: GrowingValues;
}

/**
 * The same facts with one more, as found by an earlier stage (`motion`, `upsellReadiness`). The values are taken over, not
 * copied: the facts given must not be read afterwards.
 */
export function withFact({ values, stale, now }: GrowingFacts, name: string, value: FactValue): GrowingFacts {
  return { values: values.set(name, value), stale, now };
}
