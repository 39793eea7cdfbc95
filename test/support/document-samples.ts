/** One sound document of each kind, as written in a file, and the set they make: small enough to read in a test. */
import { withDocument } from '../../src/domain/checks/check';
import { documentSetOf } from '../../src/domain/documents/build-document-set';
import { DOCUMENT_KINDS, type DocumentKind } from '../../src/domain/documents/document-kind';
import type { DocumentSet } from '../../src/domain/documents/document-set';
import type { KeyedDocument } from '../../src/domain/documents/keyed-document';
import { parseDocument } from '../../src/domain/documents/parse-document';

type Sample = Readonly<Record<string, unknown>> & { readonly key: string };

const fact = (key: string, type: string, sample: unknown, more: object = {}): Sample => ({
  key,
  type,
  source: key.startsWith('usage.') ? 'usage' : 'account',
  meaning: 'What it says.',
  ...more,
  sample,
});

const plan = (key: string, tier: number, seats: number, price: number): Sample => ({
  key,
  name: key,
  family: 'core',
  tier,
  features: [],
  prices: [{ currency: 'USD', interval: 'MONTH', minorUnits: price }],
  limits: { messages: null, seats },
  thresholds: { seats: [{ ratio: 0.8 }, { ratio: 1 }] },
});

/** Documents by kind; the first of each is the one that tests bend. */
export const SAMPLES: Readonly<Record<DocumentKind, readonly [Sample, ...Sample[]]>> = {
  fact: [
    fact('account.plan', 'string', 'starter', { allowedKeys: 'plan' }),
    fact('account.status', 'string', 'PAYING', { allowed: ['PAYING', 'TRIAL'] }),
    fact('account.daysPaid', 'integer', 91, { minimum: 0 }),
    fact('account.since', 'date', '2026-01-01T00:00:00Z'),
    fact('account.test', 'boolean', false),
    fact('account.features', 'list', ['sso'], { items: 'string' }),
    fact('account.scores', 'list', [0.5], { items: 'number' }),
    fact(
      'account.profile',
      'object',
      {},
      {
        fields: {
          size: { type: 'integer', maximum: 100 },
          'odd.key': { type: 'string' },
          'a/b': { type: 'number' },
        },
      },
    ),
    fact('usage.*.ratio', 'number', 0.9, { unit: 'ratio', minimum: 0, maximum: 10 }),
    fact('usage.*.used', 'integer', 9, { unit: '*', minimum: 0 }),
  ],
  metric: [
    { key: 'seats', name: 'Seats', unit: 'seats', aggregation: 'latest', period: 'none' },
    { key: 'messages', name: 'Messages', unit: 'messages', aggregation: 'sum', period: 'calendar-month' },
  ],
  plan: [plan('starter', 1, 10, 14_900), plan('growth', 2, 50, 49_900)],
  topic: [
    {
      key: 'bundles',
      title: 'Bundles',
      approvedBy: 'VP Sales',
      approvedAt: '2026-01-01T00:00:00Z',
      body: '# Bundles\n\nWhat goes with what.\n',
    },
  ],
  offer: [
    {
      key: 'growth-plan',
      name: 'Growth',
      kind: 'PLAN_UPGRADE',
      motion: 'UPSELL',
      plan: 'growth',
      topic: 'bundles',
      validFrom: '2026-01-01T00:00:00Z',
      validUntil: null,
      valueCase: {
        type: 'limit-lift',
        metric: 'seats',
        statement: 'From {{figures.from}} to {{figures.to}}.',
      },
      treatments: [
        {
          key: 'specific',
          weight: 90,
          title: 'You use {{usage.seats.ratio | percent}} of your seats',
          body: '{{trigger.used}} of {{trigger.limit}}, for {{price.proposed | money}}.',
          acceptLabel: 'See Growth',
          declineLabel: 'Not now',
        },
      ],
      wording: { healthcare: { seats: 'clinicians' } },
    },
    {
      key: 'seat-pack',
      name: 'Ten seats',
      kind: 'CAPACITY',
      motion: 'UPSELL',
      adds: { seats: 10 },
      prices: [{ currency: 'USD', interval: 'MONTH', minorUnits: 900 }],
      topic: 'bundles',
      validFrom: '2026-01-01T00:00:00Z',
      validUntil: null,
      treatments: [
        { key: 'plain', weight: 1, title: 'Ten', body: 'Ten.', acceptLabel: 'Yes', declineLabel: 'No' },
      ],
    },
  ],
  audience: [
    {
      key: 'paying',
      name: 'Paying',
      conditions: { all: [{ fact: 'account.status', operator: 'equal', value: 'PAYING' }] },
    },
    { key: 'busy', name: 'Busy', conditions: { any: [{ condition: 'paying' }] } },
  ],
  rule: [
    {
      key: 'at-seat-limit',
      topic: 'bundles',
      description: 'Nearly every seat is taken.',
      conditions: {
        all: [
          { condition: 'paying' },
          { fact: 'usage.seats.ratio', operator: 'greaterThanInclusive', value: 0.9 },
        ],
      },
      event: {
        type: 'recommend-offer',
        params: { offer: 'growth-plan', signal: 'USAGE_LIMIT', metric: 'seats' },
      },
      priority: 10,
    },
    {
      key: 'at-seats-full',
      conditions: { all: [{ fact: 'usage.seats.ratio', operator: 'greaterThanInclusive', value: 1 }] },
      event: {
        type: 'recommend-offer',
        params: { offer: 'seat-pack', signal: 'USAGE_LIMIT', metric: 'seats' },
      },
    },
  ],
  policy: [
    {
      key: 'default',
      caps: [{ scope: 'user', limit: 1, period: 'quarter' }],
      cooldownDays: 30,
      ignoredImpressionsBeforeDismissal: 3,
      controlPercent: 10,
      responseWindowDays: 14,
      recommendationTtlMinutes: 1440,
      requireApproval: false,
      ownerCapacityPerMonth: 30,
      explicitAskLifts: ['HOLDOUT'],
      staleAfterDays: { health: 30 },
      closeMode: { '*': 'SELF_SERVE' },
      ranking: { priority: 1, urgency: 10, readiness: 0.1, signals: { EXPLICIT_ASK: 100 } },
      disclosure: { surfaces: ['VOICE'], text: 'An assistant is speaking.' },
      linkHosts: ['app.example.com'],
    },
  ],
  test: [
    {
      key: 'seats-nearly-full',
      description: 'Nine of ten seats.',
      at: '2026-06-01T00:00:00Z',
      account: { plan: 'starter' },
      usage: { seats: 9 },
      expect: { offers: ['growth-plan'], suppressed: { 'seat-pack': 'OUTRANKED' } },
    },
  ],
};

/** A document that must be sound. */
export const soundDocument = (kind: DocumentKind, value: unknown): KeyedDocument => {
  const parsed = parseDocument(kind, value);
  if ('problems' in parsed) throw new Error(`${kind} ${JSON.stringify(parsed.problems)}`);
  return { kind, key: parsed.document.key, document: parsed.document } as KeyedDocument;
};

/** Every sample, in one set. */
export const sampleSet = (): DocumentSet =>
  documentSetOf(DOCUMENT_KINDS.flatMap((kind) => SAMPLES[kind].map((sample) => soundDocument(kind, sample))));

/** The first sample of a kind with some members replaced; `undefined` takes one away. */
export const bent = (
  kind: DocumentKind,
  members: Readonly<Record<string, unknown>>,
): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries({ ...SAMPLES[kind][0], ...members }).filter(([, value]) => value !== undefined),
  );

/** Every sample, the first of a kind with some members replaced, or another one beside it where its key is replaced. */
export const setWith = (kind: DocumentKind, members: Readonly<Record<string, unknown>>): DocumentSet =>
  withDocument(sampleSet(), soundDocument(kind, bent(kind, members)));
