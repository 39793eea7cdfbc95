/** Tells what changes for one account between two releases. */
import type { SuppressionCode } from '../documents/kinds/vocabulary';
import type { ComparedOutcome, Sides } from './compared-outcome';

/** An offer that only one of the releases makes. */
export interface OfferDifference {
  readonly offerKey: string;
  /** Why the release in force does not make it; null: it does, or does not know it. */
  readonly before: SuppressionCode | null;
  /** Why the draft does not make it; null: it does, or does not know it. */
  readonly after: SuppressionCode | null;
}

/** A changed account: offer keys by rank. */
export interface AccountShift extends Sides<readonly string[]> {
  readonly accountId: string;
  /** Offers gained and lost, with the code that keeps each back on the other side; by key. */
  readonly differences: readonly OfferDifference[];
}

/** Whether the same offers are made in the same order: what the account's people see first counts. */
export function isSameOffers({ before, after }: Sides<ComparedOutcome>): boolean {
  const [one, other] = [before.offers, after.offers];
  return one.length === other.length && one.every(({ offerKey }, at) => other[at]?.offerKey === offerKey);
}

/** The change spelled out. */
export function shiftOf(accountId: string, { before, after }: Sides<ComparedOutcome>): AccountShift {
  const keys = { before: keysOf(before), after: keysOf(after) };
  const one = [
    ...keys.before.filter((key) => !keys.after.includes(key)),
    ...keys.after.filter((key) => !keys.before.includes(key)),
  ];
  const differences = one.sort().map((offerKey) => ({
    offerKey,
    before: codeOf(before, offerKey),
    after: codeOf(after, offerKey),
  }));
  return { accountId, ...keys, differences };
}

function keysOf({ offers }: ComparedOutcome): readonly string[] {
  return offers.map(({ offerKey }) => offerKey);
}

function codeOf({ suppressed }: ComparedOutcome, key: string): SuppressionCode | null {
  return suppressed.find(({ offerKey }) => offerKey === key)?.code ?? null;
}
