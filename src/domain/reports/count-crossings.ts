/** Counts accounts that crossed a threshold, and how long it took until a prompt spoke of the crossing. */
import {
  inWindow,
  isAboutOffer,
  type AccountStory,
  type CountingFrame,
  type StoryEntry,
} from './account-story';
import { dayOf } from '../usage/utc-day';
import { coordinatesOf } from './entry-coordinates';
import type { CoordinatesOf, GroupedCounts } from './grouped-counts';

/** The promise that a prompt keeps: within this long after the crossing. */
const PROMPT_WITHIN_MS = 60 * 60_000;

/** Trigger reach looks at active accounts only; the time to the prompt at every crossing of the window that was prompted. */
export function countCrossings(counts: GroupedCounts, story: AccountStory, frame: CountingFrame): void {
  if (story.active) countReach(counts, story);
  for (const { coordinates, delay } of firstPrompts(counts, story, frame)) {
    counts.add('crossingsPrompted', coordinates);
    if (delay <= PROMPT_WITHIN_MS) counts.add('crossingsPromptedInTime', coordinates);
    counts.addDelay(coordinates, delay);
  }
}

function countReach(counts: GroupedCounts, { segment, crossings }: AccountStory): void {
  counts.add('activeAccounts', { segment });
  const groups = new Map(
    crossings.map(dayOf).map((day) => [counts.keyOf({ segment, day }), { segment, day }] as const),
  );
  for (const coordinates of groups.values()) counts.add('accountsCrossing', coordinates);
}

interface FirstPrompt {
  readonly coordinates: CoordinatesOf<'crossingsPrompted'>;
  /** Milliseconds; 0 for a crossing that was dated after its prompt. */
  readonly delay: number;
}

/** Entries come by time, so the first that speaks of a crossing in a group is the first prompt there. */
function firstPrompts(
  counts: GroupedCounts,
  { entries }: AccountStory,
  frame: CountingFrame,
): Iterable<FirstPrompt> {
  const firsts = new Map<string, FirstPrompt>();
  for (const entry of entries) {
    if (!speaksOfCrossing(entry) || !inWindow(frame, entry.crossedAt)) continue;
    const coordinates = { ...coordinatesOf(entry), day: dayOf(entry.crossedAt) };
    const group = counts.keyOf(coordinates);
    const key = JSON.stringify([group, entry.crossedAt]);
    if (group === null || firsts.has(key)) continue;
    firsts.set(key, { coordinates, delay: Math.max(0, Date.parse(entry.at) - Date.parse(entry.crossedAt)) });
  }
  return firsts.values();
}

function speaksOfCrossing(entry: StoryEntry): entry is StoryEntry & { readonly crossedAt: string } {
  return isAboutOffer(entry) && entry.opensPrompt && entry.crossedAt !== null;
}
