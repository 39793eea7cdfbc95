/** Goes on with a value at once where it is known, and waits where it is promised. */

/** Most evaluators answer at once: a promise for each stage would cost more than the stage. */
export function whenKnown<T, U>(value: T | Promise<T>, next: (known: T) => U | Promise<U>): U | Promise<U> {
  return value instanceof Promise ? value.then(next) : next(value);
}
