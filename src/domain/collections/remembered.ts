/** Remembers what is made of an immutable object for as long as the object lives. */

/** Makes each object's value once; `make` must depend on the object alone. What nobody else holds is let go. */
export function remembered<Source extends object, Made>(
  make: (source: Source) => Made,
): (source: Source) => Made {
  const known = new WeakMap<Source, { readonly made: Made }>();
  return (source) => {
    const before = known.get(source);
    if (before !== undefined) return before.made;
    const made = make(source);
    known.set(source, { made });
    return made;
  };
}
