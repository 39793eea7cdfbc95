/** Tells what two lists do not share. */

/** What only the first has, and what only the second has, each in its order; an element counts as often as it is there. */
export function differingItems<Item>(
  first: readonly Item[],
  second: readonly Item[],
  spell: (item: Item) => string,
): readonly [onlyFirst: readonly Item[], onlySecond: readonly Item[]] {
  const waiting = new Map<string, number>();
  for (const item of second) waiting.set(spell(item), (waiting.get(spell(item)) ?? 0) + 1);
  const shared = new Map<string, number>();
  const onlyFirst = first.filter((item) => {
    const spelled = spell(item);
    const left = waiting.get(spelled) ?? 0;
    if (left === 0) return true;
    waiting.set(spelled, left - 1);
    shared.set(spelled, (shared.get(spelled) ?? 0) + 1);
    return false;
  });
  const onlySecond = second.filter((item) => {
    const taken = shared.get(spell(item)) ?? 0;
    shared.set(spell(item), taken - 1);
    return taken <= 0;
  });
  return [onlyFirst, onlySecond];
}
