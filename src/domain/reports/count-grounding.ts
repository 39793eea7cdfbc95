/** Counts presentations whose offer, copy and price were published and unexpired at that moment. */
import type { Price } from '../documents/kinds/plan-document';
import { presentationsOf, type AccountStory, type CountingFrame, type OfferEntry } from './account-story';
import { coordinatesOf } from './entry-coordinates';
import type { GroupedCounts } from './grouped-counts';

/** What can't be traced to a release counts as not grounded. */
export function countGrounding(counts: GroupedCounts, story: AccountStory, frame: CountingFrame): void {
  for (const presentation of presentationsOf(story, frame)) {
    if (isGrounded(presentation, frame)) counts.add('grounded', coordinatesOf(presentation));
  }
}

function isGrounded(
  { release, subject, treatment, at, price }: OfferEntry,
  { releases }: CountingFrame,
): boolean {
  const published = release === null ? undefined : releases.get(release);
  const offer = published?.offers.get(subject);
  if (published === undefined || offer === undefined || published.publishedAt > at) return false;
  const time = Date.parse(at);
  const worded = treatment !== null && offer.treatments.has(treatment);
  return isListed(price, offer.prices) && worded && offer.validFrom <= time && time < offer.validUntil;
}

/** A price that was not kept is grounded where there is any. */
function isListed(price: Price | null, listed: readonly Price[]): boolean {
  if (price === null) return listed.length > 0;
  const { currency, interval, minorUnits } = price;
  return listed.some(
    (known) => known.currency === currency && known.interval === interval && known.minorUnits === minorUnits,
  );
}
