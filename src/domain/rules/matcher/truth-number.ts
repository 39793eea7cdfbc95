/** Writes truths as numbers, so that the opposite of t is YES - t. */
import type { Truth } from '../truth';

/** FALSE. */
export const NO = 0;
/** UNKNOWN. */
export const OPEN = 1;
/** TRUE. */
export const YES = 2;

/** NO, OPEN or YES. */
export function truthNumber(truth: Truth): number {
  if (truth === 'UNKNOWN') return OPEN;
  return truth === 'TRUE' ? YES : NO;
}
