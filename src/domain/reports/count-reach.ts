/** Counts the pool of accounts, and those of it to which something was presented. */
import { presentationsOf, type AccountStory, type CountingFrame } from './account-story';
import { coordinatesOf } from './entry-coordinates';
import type { GroupedCounts } from './grouped-counts';

/**
 * The pool is the active accounts, with those that were presented something and are not active any more. An account that
 * changed its segment belongs to the pool of each segment in which it was presented something.
 */
export function countReach(counts: GroupedCounts, story: AccountStory, frame: CountingFrame): void {
  const presentations = presentationsOf(story, frame).map(coordinatesOf);
  const reached = new Map(presentations.map((place) => [counts.keyOf(place), place]));
  for (const coordinates of reached.values()) counts.add('accountsPresented', coordinates);
  const segments = [...presentations.map(({ segment }) => segment), ...(story.active ? [story.segment] : [])];
  const pools = new Map(segments.map((segment) => [counts.keyOf({ segment }), { segment }]));
  for (const coordinates of pools.values()) counts.add('pool', coordinates);
}
