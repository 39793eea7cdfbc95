/** Holds one offer with its templates read, per treatment, signal and industry. */
import type { OfferDocument, ValueCaseDefinition } from '../documents/kinds/offer-document';
import type { PlanDocument } from '../documents/kinds/plan-document';
import type { Template } from './template-language';

/** Title and body, ready to render. */
export interface CompiledCopy {
  readonly title: Template;
  readonly body: Template;
}

/** A value case with its statement, ready to render. */
export interface CompiledValueCase {
  readonly definition: ValueCaseDefinition;
  readonly statement: Template;
}

/** An offer of one release, ready to be worded: templates read, topic resolved. */
export interface CompiledOffer {
  readonly document: OfferDocument;
  /** The family that at most one offer is made of. */
  readonly family: string;
  /** The plan it leads to; undefined for offers without one. */
  readonly target: PlanDocument | undefined;
  /** When it is sold, in milliseconds since the epoch: the first inclusive, the second exclusive and Infinity without an end. */
  readonly validFrom: number;
  readonly validUntil: number;
  /** Cited from the topic. */
  readonly excerpt: string;
  /**
   * Copy by treatment, signal (null: the treatment's own) and industry (null: no wording of its own).
   * Falls back from industry to none and from signal to the treatment's own.
   */
  copy(treatment: string, signal: string | null, industry: string | null): CompiledCopy;
  /** The value cases in the order in which they are tried, in the words of the industry; empty without any. */
  valueCases(industry: string | null): readonly CompiledValueCase[];
}
