/** Describes what was recorded of one account in the window of a report, ready for counting. */
import type { DeclineReason, Signal } from '../documents/kinds/vocabulary';
import type { Price } from '../documents/kinds/plan-document';
import type { AnswerKind } from '../responses/history';
import type { PublishedOffers } from './published-offers';

/** One line of what was shown and answered. Times are RFC 3339 in UTC with milliseconds, so that they compare as text. */
export interface StoryEntry {
  readonly kind: 'IMPRESSION' | AnswerKind;
  /** null for notices without an offer and for what was put away without being shown; no report counts those. */
  readonly promptId: string | null;
  /** Key of the offer where there is a prompt. */
  readonly subject: string;
  readonly at: string;
  readonly ruleKey: string | null;
  readonly signal: Signal | null;
  readonly treatment: string | null;
  readonly release: number | null;
  readonly surface: string;
  readonly conversationId: string | null;
  readonly segment: string | null;
  readonly reason: DeclineReason | null;
  readonly silentUntil: string | null;
  readonly crossedAt: string | null;
  readonly opensPrompt: boolean;
  /** Whether it is an impression by which the prompt counts as dismissed, unless an answer comes. */
  readonly exhausts: boolean;
  /** What was named to the buyer; null where it was not kept. */
  readonly price: Price | null;
}

/** An offer that a signal spoke for and that passed eligibility. */
export interface StoryCandidate {
  readonly offer: string;
  /** Code of the guardrail that suppressed it, which another version may have logged; null when none did. */
  readonly blockedBy: string | null;
}

/** One decision. */
export interface StoryDecision {
  readonly at: string;
  readonly surface: string;
  readonly segment: string | null;
  readonly conversationId: string | null;
  readonly candidates: readonly StoryCandidate[];
}

/** Everything counted of one account. */
export interface AccountStory {
  readonly segment: string | null;
  /** Whether the account pays today. */
  readonly active: boolean;
  /**
   * By time: those of the window, those after it until the last response window has closed, and answers before it that
   * still bear on it.
   */
  readonly entries: readonly StoryEntry[];
  /** Of the window, by time. */
  readonly decisions: readonly StoryDecision[];
  /** When crossings of the window happened. */
  readonly crossings: readonly string[];
}

/** What a report counts by, the same for every account. */
export interface CountingFrame {
  /** Inclusive. */
  readonly from: string;
  /** Exclusive. */
  readonly to: string;
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** The policy's, in days. */
  readonly responseWindowDays: number;
  /** What each release that presented something had to offer. */
  readonly releases: ReadonlyMap<number, PublishedOffers>;
}

/** Whether a time lies in the window of the report. */
export function inWindow({ from, to }: Pick<CountingFrame, 'from' | 'to'>, at: string): boolean {
  return from <= at && at < to;
}

/** An entry about an offer. */
export type OfferEntry = StoryEntry & { readonly promptId: string };

/** Tells entries about offers from those about notices. */
export function isAboutOffer(entry: StoryEntry): entry is OfferEntry {
  return entry.promptId !== null;
}

/** First impressions in the window: what METRICS calls presented. */
export function presentationsOf(story: AccountStory, frame: CountingFrame): readonly OfferEntry[] {
  return story.entries
    .filter(isAboutOffer)
    .filter((entry) => entry.kind === 'IMPRESSION' && entry.opensPrompt && inWindow(frame, entry.at));
}
