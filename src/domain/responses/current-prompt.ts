/** Finds the prompt that showing an offer again would continue. */
import { ignoredUntil } from './dismissal';
import type { Prompt } from './history';
import type { Past } from './hold';
import { openPrompt } from './prompt-life';
import type { Viewer } from './showing';

/** The viewer's open prompt unless it was ignored too often: then a new signal begins another. */
export function currentPrompt(past: Past, viewer: Viewer): Prompt | undefined {
  const open = openPrompt(past.history, viewer, past.now);
  return open === undefined || ignoredUntil(past, viewer) !== null ? undefined : open;
}
