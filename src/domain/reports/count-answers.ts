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
import { isIgnored } from './prompt-outcomes';

const COUNTER_OF = {
  IMPRESSION: 'impressions',
  ACCEPTED: 'accepted',
  DECLINED: 'declined',
  SNOOZED: 'snoozed',
  DISMISSED: 'dismissed',
} as const;

/** A decline without a reason counts as UNSPECIFIED; what was ignored too often was dismissed by its last impression. */
export function countAnswers(counts: GroupedCounts, story: AccountStory, frame: CountingFrame): void {
  const entries = story.entries.filter(isAboutOffer);
  for (const entry of entries) if (inWindow(frame, entry.at)) countEntry(counts, entry);
  const exhausting = entries.filter(({ exhausts, at }) => exhausts && inWindow(frame, at));
  for (const last of exhausting) {
    const prompt = entries.filter(({ promptId }) => promptId === last.promptId);
    if (isIgnored(prompt)) counts.add('dismissed', coordinatesOf(last));
  }
}

function countEntry(counts: GroupedCounts, entry: OfferEntry): void {
  const coordinates = coordinatesOf(entry);
  counts.add(COUNTER_OF[entry.kind], coordinates);
  if (entry.kind === 'IMPRESSION' && entry.opensPrompt) counts.add('presented', coordinates);
  if (entry.kind === 'DECLINED') counts.add('declinedFor', coordinates, entry.reason ?? 'UNSPECIFIED');
}
