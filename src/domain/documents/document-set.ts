/** Holds every document of one release or draft, typed and keyed. */
import type { DocumentKind } from './document-kind';
import type { AudienceDocument } from './kinds/audience-document';
import type { FactDocument } from './kinds/fact-document';
import type { MetricDocument } from './kinds/metric-document';
import type { OfferDocument } from './kinds/offer-document';
import type { PlanDocument } from './kinds/plan-document';
import type { PolicyDocument } from './kinds/policy-document';
import type { RuleDocument } from './kinds/rule-document';
import type { RuleTestDocument } from './kinds/rule-test-document';
import type { TopicDocument } from './kinds/topic-document';

/** The document type behind each kind. */
export interface DocumentOf {
  fact: FactDocument;
  metric: MetricDocument;
  plan: PlanDocument;
  topic: TopicDocument;
  offer: OfferDocument;
  audience: AudienceDocument;
  rule: RuleDocument;
  policy: PolicyDocument;
  test: RuleTestDocument;
}

/** Documents by kind and key; maps iterate in ascending byte order of the key. */
export type DocumentSet = { readonly [K in DocumentKind]: ReadonlyMap<string, DocumentOf[K]> };
