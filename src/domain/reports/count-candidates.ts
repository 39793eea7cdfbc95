/** Counts candidates that passed eligibility, and those of them that a guardrail suppressed, by its code. */
import type { AccountStory } from './account-story';
import { dayOf } from '../usage/utc-day';
import type { GroupedCounts } from './grouped-counts';

/** Each candidate of each decision counts. */
export function countCandidates(counts: GroupedCounts, { decisions }: AccountStory): void {
  for (const { at, surface, segment, candidates } of decisions) {
    for (const { offer, blockedBy } of candidates) {
      const coordinates = { offer, segment, surface, day: dayOf(at) };
      counts.add('candidates', coordinates);
      if (blockedBy !== null) counts.add('blocked', coordinates, blockedBy);
      if (blockedBy !== null) counts.add('blocked', coordinates);
    }
  }
}
