/** Says where an entry stands in the dimensions of a report. */
import type { StoryEntry } from './account-story';
import { dayOf } from '../usage/utc-day';
import type { Coordinates } from './dimensions';

/** Every dimension applies; the day is the entry's own. */
export function coordinatesOf(entry: StoryEntry): Required<Coordinates> {
  const { subject, ruleKey, segment, surface, at } = entry;
  return { offer: subject, rule: ruleKey, segment, surface, day: dayOf(at) };
}
