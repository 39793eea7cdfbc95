/** Defines the three truth values and how they combine (Kleene's strong logic of indeterminacy, 1938). */

/** `UNKNOWN` is what a comparison with an absent, stale or wrongly typed fact yields. */
export type Truth = 'TRUE' | 'FALSE' | 'UNKNOWN';

/** A plain yes or no as a truth. */
export function truthOf(yes: boolean): Truth {
  return yes ? 'TRUE' : 'FALSE';
}

/** Swaps true and false; what is unknown stays unknown. */
export function not(truth: Truth): Truth {
  if (truth === 'UNKNOWN') return 'UNKNOWN';
  return truth === 'TRUE' ? 'FALSE' : 'TRUE';
}

/** FALSE as soon as one item is, else UNKNOWN when one is, else TRUE; TRUE for no items. */
export function every<T>(items: readonly T[], truth: (item: T) => Truth): Truth {
  let result: Truth = 'TRUE';
  for (const item of items) {
    const one = truth(item);
    if (one === 'FALSE') return 'FALSE';
    if (one === 'UNKNOWN') result = 'UNKNOWN';
  }
  return result;
}

/** TRUE as soon as one item is, else UNKNOWN when one is, else FALSE; FALSE for no items. */
export function some<T>(items: readonly T[], truth: (item: T) => Truth): Truth {
  let result: Truth = 'FALSE';
  for (const item of items) {
    const one = truth(item);
    if (one === 'TRUE') return 'TRUE';
    if (one === 'UNKNOWN') result = 'UNKNOWN';
  }
  return result;
}
