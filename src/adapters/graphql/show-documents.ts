/** Turns documents of the release into what the API shows of them. */
import { canonicalValue } from '../../domain/documents/canonical-value';
import { DOCUMENT_SCHEMAS } from '../../domain/documents/document-schemas';
import type { AudienceDocument } from '../../domain/documents/kinds/audience-document';
import type { OfferDocument } from '../../domain/documents/kinds/offer-document';
import type { RuleTestDocument } from '../../domain/documents/kinds/rule-test-document';
import type { RuleDocument } from '../../domain/documents/kinds/rule-document';
import type { Audience, Offer, Rule } from './types/rule-documents';

/** An audience with its whole document beside it. */
export function showAudience(document: AudienceDocument): Audience {
  return { ...document, conditions: { ...document.conditions }, document };
}

/** A rule with its whole document beside it. */
export function showRule(document: RuleDocument): Rule {
  return { ...document, conditions: { ...document.conditions }, event: { ...document.event }, document };
}

/** A rule test as it is written: in canonical order, without what is default. */
export function showRuleTest(document: RuleTestDocument): object {
  return canonicalValue(DOCUMENT_SCHEMAS.test, document) as object;
}

/** An offer with its whole document beside it. */
export function showOffer(document: OfferDocument): Offer {
  return {
    ...document,
    validFrom: new Date(document.validFrom).toISOString(),
    validUntil: document.validUntil === null ? null : new Date(document.validUntil).toISOString(),
    document,
  };
}
