/** Says how long a prompt lives: from its first impression through the policy's response window, or until it is answered. */
import type { Timestamp } from '../accounts/account';
import type { PolicyDocument } from '../documents/kinds/policy-document';
import type { Answer, History, Prompt } from './history';
import { isOf, type Viewer } from './showing';

const DAY_MS = 86_400_000;

/** A moment so many days (fractions allowed) later. */
export function daysAfter(at: number, days: number): Timestamp {
  return new Date(at + Math.round(days * DAY_MS)).toISOString();
}

/**
 * When a prompt opened at a moment closes without an answer. The recommendation behind it expires sooner: within its prompt
 * the offer is recommended anew, with a new id.
 */
export function promptExpiry(
  openedAt: number,
  policy: Pick<PolicyDocument, 'responseWindowDays'>,
): Timestamp {
  return daysAfter(openedAt, policy.responseWindowDays);
}

/** The viewer's prompt that waits for an answer; undefined when there is none. */
export function openPrompt(history: History, viewer: Viewer, now: number): Prompt | undefined {
  const prompt = history.prompts.findLast((known) => isOf(viewer, known));
  return prompt !== undefined && isOpen(prompt, now) ? prompt : undefined;
}

/** A prompt that was answered. */
export type AnsweredPrompt = Prompt & { readonly answer: Answer };

/** The viewer's newest answered prompt; undefined when none was answered. */
export function answeredPrompt(history: History, viewer: Viewer): AnsweredPrompt | undefined {
  return history.prompts.findLast(
    (prompt): prompt is AnsweredPrompt => isOf(viewer, prompt) && prompt.answer !== null,
  );
}

function isOpen({ answer, expiresAt }: Prompt, now: number): boolean {
  return answer === null && Date.parse(expiresAt) > now;
}

/** The history with one prompt replaced by its next state, or with a new one at the end. */
export function withPrompt(history: History, prompt: Prompt): History {
  const known = history.prompts.some(({ id }) => id === prompt.id);
  const prompts = known
    ? history.prompts.map((other) => (other.id === prompt.id ? prompt : other))
    : [...history.prompts, prompt];
  return { ...history, prompts };
}
