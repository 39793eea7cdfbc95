/** Describes what simulations compare of a decision: no words, no figures, only what is offered, what is not, and who gets work. */
import type { CloseMode, SuppressionCode } from '../documents/kinds/vocabulary';

/** One of each release. */
export interface Sides<T> {
  /** By the release in force. */
  readonly before: T;
  /** By the draft. */
  readonly after: T;
}

/** What one release decides on one account; a whole decision is one as well. */
export interface ComparedOutcome {
  /** By rank. */
  readonly offers: readonly { readonly offerKey: string; readonly closeMode: CloseMode }[];
  /** Every other offer of the catalogue once. */
  readonly suppressed: readonly { readonly offerKey: string; readonly code: SuppressionCode }[];
  /** Whom work falls to; null: nobody is named. */
  readonly tasks: readonly { readonly assignee: string | null }[];
}
