/** Counts pairs of account and offer by how they ended: the partition that the four response rates share. */
import type { AccountStory, CountingFrame } from './account-story';
import { coordinatesOf } from './entry-coordinates';
import type { CoordinatesOf, GroupedCounts } from './grouped-counts';
import { OUTCOMES, promptOutcomes, type Outcome, type PromptOutcome } from './prompt-outcomes';

interface Pair {
  readonly coordinates: CoordinatesOf<'pairs'>;
  readonly prompts: PromptOutcome[];
}

/** A pair presented more than once in a group counts once there, by its best outcome. */
export function countPairs(counts: GroupedCounts, story: AccountStory, frame: CountingFrame): void {
  const prompts = promptOutcomes(story, frame);
  for (const prompt of prompts) {
    if (prompt.outcome === 'NO_RESPONSE' && !prompt.answered)
      counts.add('unanswered', coordinatesOf(prompt.presentation));
  }
  for (const { coordinates, prompts: ofPair } of pairsOf(counts, prompts)) {
    const outcome = outcomeOf(ofPair);
    counts.add('pairs', coordinates);
    if (outcome !== null) counts.add('pairsEndedIn', coordinates, outcome);
    if (ofPair.some(({ immature }) => immature)) counts.add('pairsImmature', coordinates);
  }
}

function pairsOf(counts: GroupedCounts, prompts: readonly PromptOutcome[]): Iterable<Pair> {
  const pairs = new Map<string, Pair>();
  for (const prompt of prompts) {
    const coordinates = coordinatesOf(prompt.presentation);
    const group = counts.keyOf(coordinates);
    if (group === null) continue;
    const key = JSON.stringify([group, coordinates.offer]);
    const known = pairs.get(key);
    if (known === undefined) pairs.set(key, { coordinates, prompts: [prompt] });
    else known.prompts.push(prompt);
  }
  return pairs.values();
}

/** No response is the last word only when every prompt of the pair has closed. */
function outcomeOf(prompts: readonly PromptOutcome[]): Outcome | null {
  const found = new Set(prompts.map(({ outcome }) => outcome));
  const best = OUTCOMES.find((outcome) => found.has(outcome)) ?? null;
  return best === 'NO_RESPONSE' && found.has(null) ? null : best;
}
