/** Evaluates blocks of accounts on a thread of the pool; prepared once, by its first task. */
import { type BatchWork, prepareBlock } from './batch-block';

let block: Promise<() => number> | null = null;

/** The task of the pool: evaluates this thread's accounts once and returns how many rules fired. */
export async function evaluateBlock(work: BatchWork): Promise<number> {
  block ??= prepareBlock(work);
  return (await block)();
}
