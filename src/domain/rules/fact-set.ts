/** Holds the facts of one evaluation: values that are present, and the names of those too old to trust. */

/** A value a condition can see. Dates are RFC 3339 texts. Never null, NaN or infinite: such a fact is absent. */
export type FactValue =
  | string
  | number
  | boolean
  | readonly (string | number | boolean)[]
  | { readonly [member: string]: unknown };

/** Facts are built once, before evaluation, and are only read afterwards. */
export interface FactSet {
  /** Present and fresh facts by dotted name; a name that is not a key is absent. */
  readonly values: ReadonlyMap<string, FactValue>;
  /** Facts whose value is known but older than its `maxAge`; they count as absent. */
  readonly stale: ReadonlySet<string>;
  /** The clock of the evaluation, in milliseconds since the epoch. */
  readonly now: number;
}

/** The same facts with one more, as found by an earlier stage (`motion`, `upsellReadiness`). */
export function withFact(facts: FactSet, name: string, value: FactValue): FactSet {
  return { ...facts, values: new Map(facts.values).set(name, value) };
}
