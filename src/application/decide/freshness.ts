/** Says how a decision learns that what it read was remembered, because the database was away. */

/** Knows the age of what its reader handed out. */
export interface Freshness {
  /** When this very value was read from the database, in milliseconds since the epoch; null: just now. */
  rememberedAt(value: object): number | null;
}
