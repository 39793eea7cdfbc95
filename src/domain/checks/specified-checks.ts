/** Lists every check that a document must pass. */
import { audienceCycles } from './audience-cycles';
import { audienceExpansion } from './audience-expansion';
import type { Check } from './check';
import { contradictions } from './contradictions';
import { currencies } from './currencies';
import { duplicateRules } from './duplicate-rules';
import { factDeclarations } from './fact-declarations';
import { knownAudiences } from './known-audiences';
import { knownFacts } from './known-facts';
import { knownOperators } from './known-operators';
import { links } from './links';
import { missingPrices } from './missing-prices';
import { offerKind } from './offer-kind';
import { offerReferences } from './offer-references';
import { operatorFitsTypes } from './operator-fits-types';
import { placeholders } from './placeholders';
import { planReferences } from './plan-references';
import { ruleReferences } from './rule-references';
import { ruleTestReferences } from './rule-test-references';
import { safeTexts } from './safe-texts';
import { shadowedRules } from './shadowed-rules';
import { signalMetric } from './signal-metric';
import { tautologies } from './tautologies';
import { thresholds } from './thresholds';
import { treatments } from './treatments';
import { unreachableOffers } from './unreachable-offers';
import { validity } from './validity';
import { wordingWords } from './wording-words';

/** In the order in which findings are listed; none depends on another having passed. */
export const SPECIFIED_CHECKS: readonly Check[] = [
  factDeclarations,
  knownFacts,
  knownOperators,
  operatorFitsTypes,
  knownAudiences,
  audienceCycles,
  audienceExpansion,
  contradictions,
  tautologies,
  ruleReferences,
  signalMetric,
  duplicateRules,
  shadowedRules,
  offerReferences,
  offerKind,
  unreachableOffers,
  treatments,
  planReferences,
  thresholds,
  currencies,
  missingPrices,
  validity,
  links,
  safeTexts,
  placeholders,
  wordingWords,
  ruleTestReferences,
];
