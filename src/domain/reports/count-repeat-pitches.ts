/** Counts presentations that should never have been: inside a silence, or after a refusal in the same conversation. */
import {
  inWindow,
  isAboutOffer,
  type AccountStory,
  type CountingFrame,
  type OfferEntry,
} from './account-story';
import { coordinatesOf } from './entry-coordinates';
import type { GroupedCounts } from './grouped-counts';

interface Refusals {
  /** Until when each offer is silent. */
  readonly silentUntil: Map<string, string>;
  readonly conversations: Set<string>;
}

/** Entries come by time; an answer to a question that the buyer asked is no pitch, unless the buyer said no in that very conversation. */
export function countRepeatPitches(counts: GroupedCounts, story: AccountStory, frame: CountingFrame): void {
  const refusals: Refusals = { silentUntil: new Map(), conversations: new Set() };
  for (const entry of story.entries) {
    if (!isAboutOffer(entry)) continue;
    if (entry.kind === 'IMPRESSION') {
      if (entry.opensPrompt && inWindow(frame, entry.at) && isRepeat(refusals, entry))
        counts.add('repeatPitches', coordinatesOf(entry));
    } else remember(refusals, entry);
  }
}

function isRepeat({ silentUntil, conversations }: Refusals, entry: OfferEntry): boolean {
  if (entry.conversationId !== null && conversations.has(entry.conversationId)) return true;
  return entry.signal !== 'EXPLICIT_ASK' && (silentUntil.get(entry.subject) ?? '') > entry.at;
}

function remember({ silentUntil, conversations }: Refusals, entry: OfferEntry): void {
  const { subject, conversationId } = entry;
  const until = entry.silentUntil ?? '';
  if (until > (silentUntil.get(subject) ?? '')) silentUntil.set(subject, until);
  if (entry.kind === 'DECLINED' && conversationId !== null) conversations.add(conversationId);
}
