/** Says what a rate is made of. */

/** A share with what it was computed from. */
export interface Rate {
  readonly numerator: number;
  readonly denominator: number;
  /** How many of the denominator may still change because their follow-up window is open; 0 where there is none. */
  readonly immature: number;
  /** numerator / denominator; null when nothing was counted. */
  readonly value: number | null;
}

/** A zero denominator gives null, never 0. */
export function rateOf(numerator: number, denominator: number, immature = 0): Rate {
  return { numerator, denominator, immature, value: shareOf(numerator, denominator) };
}

/** part / whole; null for a whole of zero. */
export function shareOf(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}

/** A rate of which nothing has been recorded, or that has no meaning in this group. */
export const NOTHING_COUNTED: Rate = rateOf(0, 0);
