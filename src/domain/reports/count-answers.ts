/** Counts what happened in the window: impressions, first ones, and each kind of answer, on the day it happened. */
import {
  inWindow,
  isAboutOffer,
  type AccountStory,
  type CountingFrame,
  type OfferEntry,
} from './account-story';
import { coordinatesOf } from './entry-coordinates';
import type { GroupedCounts } from './grouped-counts';

const COUNTER_OF = {
  IMPRESSION: 'impressions',
  ACCEPTED: 'accepted',
  DECLINED: 'declined',
  SNOOZED: 'snoozed',
  DISMISSED: 'dismissed',
} as const;

/** A decline without a reason counts as UNSPECIFIED. */
export function countAnswers(counts: GroupedCounts, story: AccountStory, frame: CountingFrame): void {
  for (const entry of story.entries) {
    if (isAboutOffer(entry) && inWindow(frame, entry.at)) countEntry(counts, entry);
  }
}

function countEntry(counts: GroupedCounts, entry: OfferEntry): void {
  const coordinates = coordinatesOf(entry);
  counts.add(COUNTER_OF[entry.kind], coordinates);
  if (entry.kind === 'IMPRESSION' && entry.opensPrompt) counts.add('presented', coordinates);
  if (entry.kind === 'DECLINED') counts.add('declinedFor', coordinates, entry.reason ?? 'UNSPECIFIED');
}
