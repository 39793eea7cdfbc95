/** Holds one offer with its templates read, per treatment, signal and industry. */
import type { OfferDocument } from '../documents/kinds/offer-document';
import type { Template } from './template-language';

/** Title and body, ready to render. */
export interface CompiledCopy {
  readonly title: Template;
  readonly body: Template;
}

/** An offer of one release, ready to be worded: templates read, topic resolved. */
export interface CompiledOffer {
  readonly document: OfferDocument;
  /** The family that at most one offer is made of. */
  readonly family: string;
  /** Cited from the topic. */
  readonly excerpt: string;
  /**
   * Copy by treatment, signal (null: the treatment's own) and industry (null: no wording of its own).
   * Falls back from industry to none and from signal to the treatment's own.
   */
  copy(treatment: string, signal: string | null, industry: string | null): CompiledCopy;
  /** The value case's statement by industry; null without a value case. */
  statement(industry: string | null): Template | null;
}
