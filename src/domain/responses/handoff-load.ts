/** Describes how many handoffs people have taken on in the present calendar month, over all accounts. */

/** Accepted handoffs of one calendar month in UTC. What an account accepted itself is in its history too. */
export interface HandoffLoad {
  /** Of the accounts that the same owner looks after; 0 where nobody does: then the account counts for itself. */
  readonly ofOwner: number;
  /** By offer key, over all accounts; an offer without any is left out. */
  readonly ofOffer: ReadonlyMap<string, number>;
}

/** A month in which nobody took anything on. */
export const NO_HANDOFFS: HandoffLoad = { ofOwner: 0, ofOffer: new Map() };
