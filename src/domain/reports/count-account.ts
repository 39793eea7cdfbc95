/** Counts everything that a report tells of one account. */
import type { AccountStory, CountingFrame } from './account-story';
import { countAnswers } from './count-answers';
import { countCandidates } from './count-candidates';
import { countConversations } from './count-conversations';
import { countCrossings } from './count-crossings';
import { countGrounding } from './count-grounding';
import { countPairs } from './count-pairs';
import { countReach } from './count-reach';
import { countRepeatPitches } from './count-repeat-pitches';
import type { GroupedCounts } from './grouped-counts';

const EVERY_COUNT = [
  countAnswers,
  countPairs,
  countConversations,
  countCandidates,
  countCrossings,
  countReach,
  countRepeatPitches,
  countGrounding,
];

/** Each account is counted once, whole; test accounts are not handed in. */
export function countAccount(counts: GroupedCounts, story: AccountStory, frame: CountingFrame): void {
  for (const count of EVERY_COUNT) count(counts, story, frame);
}
