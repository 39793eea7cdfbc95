/** Use cases that answer from a handful of values, for tests of what lies in front of them. */
import type { AccountView } from '../../src/application/accounts/account-view';
import type { PublishedRelease, Services } from '../../src/adapters/graphql/services';
import type { GovernanceServices } from '../../src/application/govern/governance-services';
import type { DecisionView } from '../../src/application/decide/decide-for-account';
import type { NotificationView } from '../../src/application/decide/notification-view';
import type { OfferView } from '../../src/application/decide/sign-offer';
import { audienceDocumentSchema } from '../../src/domain/documents/kinds/audience-document';
import { ruleDocumentSchema } from '../../src/domain/documents/kinds/rule-document';
import { EMPTY_WORKSPACE } from '../../src/domain/drafts/workspace';
import type { DocumentSet } from '../../src/domain/documents/document-set';
import { emptyReport } from './empty-report';
import { explainedSample, starterSample } from './explained-sample';
import { RUNNING_SIMULATION } from './running-simulation';
import { OPERATORS } from '../../src/domain/rules/operators/operator-catalogue';

export const KNOWN_ACCOUNT = 'acc-1';

const usd = (minorUnits: number) => ({ minorUnits, currency: 'USD' });

const offer: OfferView = {
  id: 'rec-1',
  offerKey: 'growth-plan',
  kind: 'PLAN_UPGRADE',
  family: 'core',
  priority: 10,
  ruleKey: 'growth-at-seat-limit',
  placements: ['billing-page'],
  plan: 'growth',
  rank: 1,
  score: 61.5,
  scoreTerms: [{ term: 'priority', value: 10, weight: 1, points: 10 }],
  signal: 'USAGE_LIMIT',
  title: 'You are at 90% of your seats',
  body: '9 of 10 seats are taken.',
  disclosure: null,
  acceptLabel: 'See Growth',
  declineLabel: 'Not now',
  treatment: 'specific',
  whyShown: 'You use 9 of 10 seats.',
  trigger: {
    metric: 'seats',
    unit: 'seats',
    used: 9,
    limit: 10,
    ratio: 0.9,
    threshold: 0.9,
    crossedAt: '2026-05-30T08:00:00.000Z',
  },
  price: { current: usd(14900), proposed: usd(49900), difference: usd(35000), interval: 'MONTH' },
  valueCase: { statement: 'From 10 to 50 seats.', monthlyDifference: null, figures: { from: 10, to: 50 } },
  topic: { key: 'product-bundles', release: 1, excerpt: 'Growth is for teams.' },
  closeMode: 'SELF_SERVE',
  signalAt: '2026-05-30T08:00:00.000Z',
  resumes: null,
  expiresAt: '2026-06-02T00:00:00.000Z',
};

export const decision: DecisionView = {
  id: 'dec-1',
  accountId: KNOWN_ACCOUNT,
  release: 1,
  decidedAt: '2026-06-01T00:00:00.000Z',
  motion: 'UPSELL',
  motionReason: 'Healthy and on the base plan for 120 days.',
  readiness: 75,
  readinessPoints: [{ ruleKey: 'score-seats', points: 75 }],
  offers: [offer],
  suppressed: [
    {
      offerKey: 'return-offer',
      stage: 'guardrail',
      code: 'OTHER_MOTION',
      message: 'The account is in UPSELL.',
    },
  ],
  degraded: false,
  dataAgeSeconds: null,
};

const notification: NotificationView = {
  id: 'note-1',
  schemaVersion: 1,
  kind: 'OFFER',
  placement: 'billing-page',
  priority: 10,
  title: offer.title,
  body: offer.body,
  actions: [{ kind: 'ACCEPT', label: 'See Growth', url: null }],
  offer,
  treatment: 'specific',
  dismissible: true,
  snoozable: true,
  seenAt: null,
  expiresAt: null,
  data: { used: 9 },
};

export const accountView: AccountView = {
  account: {
    id: KNOWN_ACCOUNT,
    name: 'Ann’s Bakery',
    status: 'PAYING',
    plan: 'starter',
    contact: { name: 'Ann', email: 'ann@example.com' },
    contract: { term: 'ANNUAL', renewsAt: '2026-12-01T00:00:00.000Z' },
  },
  usage: [
    {
      metric: 'seats',
      unit: 'seats',
      used: 9,
      limit: 10,
      unlimited: false,
      ratio: 0.9,
      period: 'none',
      asOf: '2026-05-30T08:00:00.000Z',
      trend: 0.5,
      crossings: [
        { threshold: { ratio: 0.9 }, crossedAt: '2026-05-30T08:00:00.000Z' },
        { threshold: { absolute: 8 }, crossedAt: '2026-05-20T08:00:00.000Z' },
      ],
    },
  ],
};

const conditions = { all: [{ fact: 'account.plan', operator: 'equal', value: 'starter' }] };
const byKey = <D extends { key: string }>(documents: D[]) => new Map(documents.map((d) => [d.key, d]));

const documents = {
  audience: byKey(
    ['a', 'b', 'c', 'd', 'e'].map((key) => audienceDocumentSchema.parse({ key, name: key, conditions })),
  ),
  rule: byKey([
    ruleDocumentSchema.parse({ key: 'r', conditions, event: { type: 'score', params: { points: 5 } } }),
  ]),
  offer: new Map(),
  policy: new Map(),
} as unknown as DocumentSet;

const release: PublishedRelease = { documents, facts: new Map() };

const NOT_FOUND = {
  kind: 'RecommendationNotFound',
  code: 'RECOMMENDATION_NOT_FOUND',
  message: 'There is none.',
} as const;

/** Services that know one account; single ones are replaced by `overrides`. */
export function testServices(overrides: Partial<Services> = {}): Services {
  const known = (id: string) => (id === KNOWN_ACCOUNT ? accountView : null);
  return {
    decide: async ({ accountId }) => (known(accountId) ? decision : { failure: 'ACCOUNT_NOT_FOUND' }),
    notify: async ({ accountId }) => (known(accountId) ? [notification] : { failure: 'ACCOUNT_NOT_FOUND' }),
    describeAccounts: async (ids) => ids.map(known),
    listAccounts: async ({ audience }) =>
      audience === 'nobody'
        ? { failure: 'AUDIENCE_NOT_FOUND' }
        : {
            page: {
              items: [accountView],
              hasNextPage: false,
              continueAfter: KNOWN_ACCOUNT,
              count: async () => 1,
            },
          },
    release: () => release,
    operators: [...OPERATORS.values()],
    documentSchema: (kind) => ({ title: kind }),
    validateDocument: () => [
      { severity: 'ERROR', pointer: '/key', code: 'KEY_MISSING', message: 'There is no key.', hint: null },
    ],
    upsertAccounts: async (input) => ({
      results: input.map(({ id }) => ({ id, status: 'APPLIED', error: null })),
    }),
    recordUsage: async (input) => ({
      results: input.map(({ id }) => ({ id, status: 'APPLIED', error: null })),
    }),
    watchAccount: async () => null,
    recordAccountEvents: async (input) => ({
      results: input.map(({ id }) => ({ id, status: 'APPLIED', error: null })),
    }),
    makeReport: async ({ from, to }) => emptyReport({ from, to }),
    readAudit: async () => ({ items: [], hasNextPage: false, count: async () => 0 }),
    access: {
      createApiKey: async () => ({ failure: 'INVALID_INPUT', message: 'No.', pointer: '/name' }),
      revokeApiKey: async () => false,
      createAccountToken: async ({ accountId }) =>
        known(accountId) === null
          ? { failure: 'ACCOUNT_NOT_FOUND' }
          : { token: 'token-1', expiresAt: '2026-06-01T00:15:00.000Z' },
    },
    simulations: {
      start: async () => ({ kind: 'IdempotencyConflict', code: 'IDEMPOTENCY_CONFLICT', message: 'Another.' }),
      find: async (id) => (id === RUNNING_SIMULATION.id ? RUNNING_SIMULATION : null),
      cancel: async (id) => (id === RUNNING_SIMULATION.id ? RUNNING_SIMULATION : null),
    },
    responses: {
      recordImpressions: async () => ({ kind: 'ImpressionsRecorded', results: [] }),
      acceptOffer: async () => NOT_FOUND,
      declineOffer: async () => NOT_FOUND,
      snoozeOffer: async () => NOT_FOUND,
      dismissNotification: async () => NOT_FOUND,
    },
    governance: governanceOf(),
    explanations: {
      replay: async () => null,
      starterTest: async ({ accountId }) =>
        known(accountId) ? { document: starterSample } : { failure: 'ACCOUNT_NOT_FOUND' },
      explain: async ({ accountId }) =>
        known(accountId) ? explainedSample(decision) : { failure: 'ACCOUNT_NOT_FOUND' },
    },
    ...overrides,
  };
}

/** Knows release 1, and refuses whatever changes something. */
function governanceOf(): GovernanceServices {
  const refused = { kind: 'NotAllowed', code: 'NOTHING_PENDING', message: 'Nothing is pending.' } as const;
  const notPublished = { release: null, schedule: null, findings: [], failedTests: [], error: refused };
  const line = {
    number: 1,
    hash: 'abc',
    message: 'First',
    publishedBy: 'Ann',
    publishedAt: '2026-06-01T00:00:00.000Z',
  };
  return {
    pending: async () => ({ workspace: EMPTY_WORKSPACE, release: 1, changes: [] }),
    document: async () => null,
    save: async () => ({ version: 2, problems: [], error: null }),
    delete: async () => ({ version: 2, findings: [], error: null }),
    approve: async () => ({ workspace: null, error: refused }),
    cancelSchedule: async () => ({ workspace: null, error: refused }),
    publish: async () => notPublished,
    rollBack: async () => notPublished,
    releases: async () => ({ items: [line], hasNextPage: false, total: 1 }),
    release: async (number) => (number === 1 ? line : null),
    changesOf: async () => [],
  };
}
