/** Names the schema behind each kind of document. */
import type { z } from 'zod';
import type { DocumentKind } from './document-kind';
import { audienceDocumentSchema } from './kinds/audience-document';
import { factDocumentSchema } from './kinds/fact-document';
import { metricDocumentSchema } from './kinds/metric-document';
import { offerDocumentSchema } from './kinds/offer-document';
import { planDocumentSchema } from './kinds/plan-document';
import { policyDocumentSchema } from './kinds/policy-document';
import { ruleDocumentSchema } from './kinds/rule-document';
import { ruleTestDocumentSchema } from './kinds/rule-test-document';
import { topicDocumentSchema } from './kinds/topic-document';

/** Schemas by kind: types, JSON Schema for editors, and member order of the canonical text. */
export const DOCUMENT_SCHEMAS = {
  fact: factDocumentSchema,
  metric: metricDocumentSchema,
  plan: planDocumentSchema,
  topic: topicDocumentSchema,
  offer: offerDocumentSchema,
  audience: audienceDocumentSchema,
  rule: ruleDocumentSchema,
  policy: policyDocumentSchema,
  test: ruleTestDocumentSchema,
} as const satisfies Record<DocumentKind, z.ZodObject>;
