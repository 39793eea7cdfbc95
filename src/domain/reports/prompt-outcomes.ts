/** Says how each offer that was presented ended, within the response window of the policy. */
import { groupBy } from '../collections/group-by';
import { isAboutOffer, presentationsOf } from './account-story';
import type { AccountStory, CountingFrame, OfferEntry } from './account-story';

const DAY_MS = 86_400_000;

/**
 * How a presentation ended, the one that counts more first. A snooze asks for later: it is no response yet. Ignored as often
 * as the policy lets, and not answered since, it ended as dismissed (requirement R9).
 */
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
  const byPrompt = groupBy(story.entries.filter(isAboutOffer), ({ promptId }) => promptId);
  return presentations.map((presentation) =>
    outcomeOf(presentation, byPrompt.get(presentation.promptId) ?? [], frame),
  );
}

/** Whether a prompt counts as dismissed by these entries of it: shown as often as may go unanswered, and no answer. */
export function isIgnored(entries: readonly OfferEntry[]): boolean {
  return entries.every(({ kind }) => kind === 'IMPRESSION') && entries.some(({ exhausts }) => exhausts);
}

function outcomeOf(
  presentation: OfferEntry,
  entries: readonly OfferEntry[],
  { now, responseWindowDays }: CountingFrame,
): PromptOutcome {
  const closesAt = Date.parse(presentation.at) + responseWindowDays * DAY_MS;
  const inTime = entries.filter(({ at }) => Date.parse(at) < closesAt);
  const kinds = new Set(inTime.map(({ kind }) => kind).filter((kind) => kind !== 'IMPRESSION'));
  if (isIgnored(inTime)) kinds.add('DISMISSED');
  const immature = closesAt > now;
  const final = OUTCOMES.find((outcome) => outcome !== 'NO_RESPONSE' && kinds.has(outcome));
  return {
    presentation,
    outcome: final ?? (immature ? null : 'NO_RESPONSE'),
    immature,
    answered: kinds.size > 0,
  };
}
