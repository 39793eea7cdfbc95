/** Does many pieces of work, a few at a time. */

/** How many at a time: fewer than the connections of a pool, so that others get one too. */
const AT_ONCE = 4;

/** Results in the order of the items. After the first failure nothing new is begun; it is thrown. */
export async function inParallel<T, R>(
  items: readonly T[],
  work: (item: T) => Promise<R>,
): Promise<readonly R[]> {
  const results: R[] = [];
  const waiting = items.entries();
  let failed = false;
  const worker = async () => {
    for (const [index, item] of waiting) {
      if (failed) return;
      results[index] = await work(item);
    }
  };
  const guarded = () =>
    worker().catch((error: unknown) => {
      failed = true;
      throw error;
    });
  await Promise.all(Array.from({ length: AT_ONCE }, guarded));
  return results;
}
