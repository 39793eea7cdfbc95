/** Says how each offer that was presented ended, within the response window of the policy. */
import { groupBy } from '../collections/group-by';
import { isAboutOffer, presentationsOf } from './account-story';
import type { AccountStory, CountingFrame, OfferEntry } from './account-story';

const DAY_MS = 86_400_000;

/** How a presentation ended, the one that counts more first. A snooze asks for later: it is no response yet. */
export const OUTCOMES = ['ACCEPTED', 'DECLINED', 'DISMISSED', 'NO_RESPONSE'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** One presentation with its end. */
export interface PromptOutcome {
  readonly presentation: OfferEntry;
  /** null: none yet, and the response window is still open. */
  readonly outcome: Outcome | null;
  /** Whether the response window is still open. */
  readonly immature: boolean;
  /** Whether it was answered at all, snoozes included. */
  readonly answered: boolean;
}

/** Presentations of the window, by time. Answers count up to the end of the response window, exclusive. */
export function promptOutcomes(story: AccountStory, frame: CountingFrame): readonly PromptOutcome[] {
  const presentations = presentationsOf(story, frame);
  if (presentations.length === 0) return [];
  const answers = answersByPrompt(story);
  return presentations.map((presentation) =>
    outcomeOf(presentation, answers.get(presentation.promptId) ?? [], frame),
  );
}

function answersByPrompt({ entries }: AccountStory): ReadonlyMap<string, readonly OfferEntry[]> {
  const answers = entries.filter(isAboutOffer).filter(({ kind }) => kind !== 'IMPRESSION');
  return groupBy(answers, ({ promptId }) => promptId);
}

function outcomeOf(
  presentation: OfferEntry,
  answers: readonly OfferEntry[],
  { now, responseWindowDays }: CountingFrame,
): PromptOutcome {
  const closesAt = Date.parse(presentation.at) + responseWindowDays * DAY_MS;
  const kinds = new Set(answers.filter(({ at }) => Date.parse(at) < closesAt).map(({ kind }) => kind));
  const immature = closesAt > now;
  const final = OUTCOMES.find((outcome) => outcome !== 'NO_RESPONSE' && kinds.has(outcome));
  return {
    presentation,
    outcome: final ?? (immature ? null : 'NO_RESPONSE'),
    immature,
    answered: kinds.size > 0,
  };
}
