/** The catalogue that the corpus is judged against: its facts, its offers and a policy. */
import { documentSetOf } from '../../src/domain/documents/build-document-set';
import type { DocumentKind } from '../../src/domain/documents/document-kind';
import type { KeyedDocument } from '../../src/domain/documents/keyed-document';
import { parseDocument } from '../../src/domain/documents/parse-document';
import { CORPUS_FACTS } from './corpus-facts';

const offer = (key: string) => ({
  key,
  name: key,
  kind: 'ADD_ON',
  motion: 'UPSELL',
  features: ['sso'],
  prices: [{ currency: 'USD', interval: 'MONTH', minorUnits: 4900 }],
  topic: 'bundles',
  validFrom: '2026-01-01T00:00:00Z',
  validUntil: null,
  treatments: [{ key: 'plain', weight: 1, title: 't', body: 'b', acceptLabel: 'Yes', declineLabel: 'No' }],
});

const policy = {
  key: 'default',
  caps: [],
  cooldownDays: 30,
  ignoredImpressionsBeforeDismissal: 3,
  controlPercent: 0,
  responseWindowDays: 14,
  recommendationTtlMinutes: 60,
  requireApproval: false,
  ownerCapacityPerMonth: 30,
  explicitAskLifts: [],
  staleAfterDays: {},
  closeMode: { '*': 'SELF_SERVE' },
  ranking: { priority: 1, urgency: 1, readiness: 1, signals: {} },
  disclosure: { surfaces: [], text: 'An assistant is speaking.' },
  linkHosts: ['app.example.com'],
};

const topic = {
  key: 'bundles',
  title: 'Bundles',
  approvedBy: 'ops',
  approvedAt: '2026-01-01T00:00:00Z',
  body: 'What goes with what.',
};

const read = (kind: DocumentKind, value: object): KeyedDocument => {
  const parsed = parseDocument(kind, value);
  if ('problems' in parsed) throw new Error(JSON.stringify(parsed.problems));
  return { kind, key: parsed.document.key, document: parsed.document } as KeyedDocument;
};

/** Documents that every case is added to. */
export const corpusCatalogue = documentSetOf([
  ...CORPUS_FACTS.map((fact) => read('fact', fact)),
  read('topic', topic),
  ...['upgrade-pro', 'o1'].map((key) => read('offer', offer(key))),
  read('policy', policy),
]);
