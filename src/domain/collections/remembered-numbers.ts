/** Remembers what is made of numbers: the same amounts are written over and over. */

const MOST = 2_048;

/** Makes each number's value once; `make` must depend on the number alone. Beyond 2,048 of them it begins anew. */
export function rememberedNumbers<Made>(make: (number: number) => Made): (number: number) => Made {
  const known = new Map<number, { readonly made: Made }>();
  return (number) => {
    // A map takes -0 for 0.
    if (number === 0) return make(number);
    const before = known.get(number);
    if (before !== undefined) return before.made;
    const made = make(number);
    if (known.size >= MOST) known.clear();
    known.set(number, { made });
    return made;
  };
}
