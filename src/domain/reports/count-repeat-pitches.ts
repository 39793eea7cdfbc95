/** Counts presentations that should never have been: inside a silence, or after a refusal in the same conversation. */
import { groupBy } from '../collections/group-by';
import {
  isAboutOffer,
  presentationsOf,
  type AccountStory,
  type CountingFrame,
  type OfferEntry,
} from './account-story';
import { coordinatesOf } from './entry-coordinates';
import type { GroupedCounts } from './grouped-counts';

/**
 * An answer to what the buyer asked is no pitch, unless the buyer said no in that very conversation. A no to the same prompt
 * is no earlier one, whatever the clocks of two processes say.
 */
export function countRepeatPitches(counts: GroupedCounts, story: AccountStory, frame: CountingFrame): void {
  const presentations = presentationsOf(story, frame);
  if (presentations.length === 0) return;
  const answers = story.entries.filter(isAboutOffer).filter(({ kind }) => kind !== 'IMPRESSION');
  const byOffer = groupBy(answers, ({ subject }) => subject);
  const byConversation = groupBy(answers.filter(isRefusalInConversation), (answer) => answer.conversationId);
  for (const presentation of presentations) {
    const ofOffer = byOffer.get(presentation.subject) ?? [];
    const inConversation = byConversation.get(presentation.conversationId ?? '') ?? [];
    if (isSilenced(presentation, ofOffer) || isRefused(presentation, inConversation))
      counts.add('repeatPitches', coordinatesOf(presentation));
  }
}

function isRefusalInConversation(
  entry: OfferEntry,
): entry is OfferEntry & { readonly conversationId: string } {
  return entry.kind === 'DECLINED' && entry.conversationId !== null;
}

function isSilenced(presentation: OfferEntry, answers: readonly OfferEntry[]): boolean {
  if (presentation.signal === 'EXPLICIT_ASK') return false;
  const silences = answers.filter((answer) => isEarlier(answer, presentation));
  return silences.some(({ silentUntil }) => silentUntil !== null && silentUntil > presentation.at);
}

function isRefused(presentation: OfferEntry, refusals: readonly OfferEntry[]): boolean {
  return refusals.some((refusal) => isEarlier(refusal, presentation));
}

function isEarlier(answer: OfferEntry, presentation: OfferEntry): boolean {
  return answer.promptId !== presentation.promptId && answer.at <= presentation.at;
}
