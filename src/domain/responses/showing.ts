/** Describes an offer about to be shown to someone, as caps and silences judge it. */
import type { Timestamp } from '../accounts/account';
import type { CloseMode, Signal } from '../documents/kinds/vocabulary';
import type { Prompt } from './history';

/** Who would be shown which offer; prompts are one per user and offer at a time. */
export interface Viewer {
  /** null: the account counts as the user. */
  readonly userId: string | null;
  readonly offerKey: string;
}

/** An offer on its way to a viewer. */
export interface Showing extends Viewer {
  readonly conversationId: string | null;
  readonly signal: Signal;
  /** When the signal came about; null when nothing tells, and then it is never newer than an answer. */
  readonly signalAt: Timestamp | null;
  readonly closeMode: CloseMode;
  /** Handoffs of this offer that people can take on in a month; null: no bound of its own. */
  readonly capacityPerMonth: number | null;
}

/** Whether a signal is the request itself, and so comes about with every request. */
export function isRequestSignal(signal: Signal): boolean {
  return signal === 'EXPLICIT_ASK' || signal === 'GATED_FEATURE';
}

/** Whether a prompt is this viewer's. */
export function isOf(viewer: Viewer, prompt: Prompt): boolean {
  return prompt.offerKey === viewer.offerKey && prompt.userId === viewer.userId;
}

/** Whether the signal came about after a moment. */
export function isNewSince({ signalAt }: Pick<Showing, 'signalAt'>, moment: Timestamp): boolean {
  return signalAt !== null && signalAt > moment;
}
