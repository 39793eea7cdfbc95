/** Decides what becomes of the history when an offer is answered. */
import { withRefusal } from './conversation-refusal';
import type { Answer, History, Prompt } from './history';
import type { Past } from './hold';
import { firstHold } from './holds';
import { answeredPrompt, openPrompt, withPrompt, type AnsweredPrompt } from './prompt-life';
import { newPrompt, type ShownOffer } from './show-offer';
import type { Viewer } from './showing';

/** The answered prompt, and whether the answer opened it because nobody had told of an impression. */
export interface Answered {
  readonly history: History;
  readonly prompt: Prompt;
  readonly opened: boolean;
}

/**
 * Answers the viewer's open prompt. Without one the answer tells that the offer was shown, and opens it; where that was not
 * allowed the answer is kept all the same, in a prompt without impressions that no cap counts. A no also ends the offers of
 * its conversation.
 */
export function answerOffer(past: Past, offer: ShownOffer, answer: Answer, promptId: string): Answered {
  const open = openPrompt(past.history, offer, past.now);
  const asked = open ?? newPrompt(past, offer, promptId, firstHold(past, offer) === undefined ? 1 : 0);
  const prompt = { ...asked, answer };
  const history = withPrompt(past.history, prompt);
  return {
    history: answer.kind === 'DECLINED' ? withRefusal(history, offer.conversationId, answer.at) : history,
    prompt,
    opened: open === undefined,
  };
}

/**
 * The answer that came after a recommendation was made; undefined when there was none. `after` is the id of the viewer's
 * newest answered prompt when it was made, null without one.
 */
export function answeredSince(
  history: History,
  viewer: Viewer,
  after: string | null,
): AnsweredPrompt | undefined {
  const prompt = answeredPrompt(history, viewer);
  return prompt === undefined || prompt.id === after ? undefined : prompt;
}
