/** Counts conversations that were decided, and those of them in which an offer was shown. */
import { groupBy } from '../collections/group-by';
import { isAboutOffer, type AccountStory, type StoryDecision, type StoryEntry } from './account-story';
import { dayOf } from '../usage/utc-day';
import type { CoordinatesOf, GroupedCounts } from './grouped-counts';

/** A conversation stands where its first decision of the window stood; the offer and rule are those that were shown. */
export function countConversations(counts: GroupedCounts, story: AccountStory): void {
  const firsts = firstDecisions(story.decisions);
  if (firsts.size === 0) return;
  const shown = groupBy(story.entries.filter(isImpression), (entry) => entry.conversationId ?? '');
  for (const [conversation, { at, surface, segment }] of firsts) {
    const place = { segment, surface, day: dayOf(at) };
    counts.add('conversations', place);
    countShown(counts, place, shown.get(conversation) ?? []);
  }
}

function isImpression(entry: StoryEntry): boolean {
  return entry.kind === 'IMPRESSION' && isAboutOffer(entry) && entry.conversationId !== null;
}

function firstDecisions(decisions: readonly StoryDecision[]): ReadonlyMap<string, StoryDecision> {
  const firsts = new Map<string, StoryDecision>();
  for (const decision of decisions) {
    const { conversationId } = decision;
    if (conversationId !== null && !firsts.has(conversationId)) firsts.set(conversationId, decision);
  }
  return firsts;
}

/** Once per group, however often something was shown. */
function countShown(
  counts: GroupedCounts,
  place: CoordinatesOf<'conversations'>,
  shown: readonly StoryEntry[],
): void {
  const groups = new Map<string | null, CoordinatesOf<'conversationsWithOffer'>>();
  for (const { subject, ruleKey } of shown) {
    const coordinates = { ...place, offer: subject, rule: ruleKey };
    groups.set(counts.keyOf(coordinates), coordinates);
  }
  for (const coordinates of groups.values()) counts.add('conversationsWithOffer', coordinates);
}
