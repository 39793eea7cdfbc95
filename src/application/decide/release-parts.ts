/** Keeps what was made of single documents, so that a release makes only what the one before it did not have. */
import { CheckMemory } from '../../domain/checks/check-memory';
import { remembered } from '../../domain/collections/remembered';
import { readOfferTexts, type OfferTexts } from '../../domain/decisions/compile-offer';
import { readRuleTexts, type RuleTexts } from '../../domain/decisions/compile-texts';
import type { TemplateLanguage } from '../../domain/decisions/template-language';
import type { OfferDocument } from '../../domain/documents/kinds/offer-document';
import type { RuleDocument } from '../../domain/documents/kinds/rule-document';
import { readConditions } from '../../domain/rules/parse-rule-set';

/** Everything is kept by the document it was made of, and let go with it. */
export interface ReleaseParts {
  readonly checks: CheckMemory;
  readonly offerTexts: (document: OfferDocument) => OfferTexts;
  readonly ruleTexts: (document: RuleDocument) => RuleTexts;
  readonly conditions: typeof readConditions;
}

/** Nothing is known yet. */
export function releaseParts(templates: TemplateLanguage): ReleaseParts {
  return {
    checks: new CheckMemory(),
    offerTexts: remembered((document: OfferDocument) => readOfferTexts(document, templates)),
    ruleTexts: remembered((document: RuleDocument) => readRuleTexts(document, templates)),
    conditions: remembered(readConditions),
  };
}
