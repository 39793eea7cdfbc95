/** A catalogue of two plans, two add-ons and four metrics, small enough to read in a test. */
import { metricDocumentSchema } from '../../src/domain/documents/kinds/metric-document';
import { offerDocumentSchema } from '../../src/domain/documents/kinds/offer-document';
import { planDocumentSchema } from '../../src/domain/documents/kinds/plan-document';
import type { DocumentSet } from '../../src/domain/documents/document-set';

const thresholds = [{ ratio: 0.8 }, { ratio: 0.9 }, { ratio: 1 }];

const plan = (key: string, tier: number, seats: number, messages: number) =>
  planDocumentSchema.parse({
    key,
    name: key,
    family: 'core',
    tier,
    features: [],
    prices: [{ currency: 'USD', interval: 'MONTH', minorUnits: 100 * tier }],
    limits: { seats, messages, webhooks: 0, integrations: null },
    thresholds: {
      seats: thresholds,
      messages: thresholds,
      webhooks: [{ ratio: 0.5 }, { absolute: 3 }],
      integrations: [{ ratio: 0.5 }, { absolute: 5 }],
    },
  });

const offer = (key: string, kind: string, more: object) =>
  offerDocumentSchema.parse({
    key,
    name: key,
    kind,
    motion: 'UPSELL',
    topic: 'usage-thresholds',
    validFrom: '2026-01-01T00:00:00Z',
    validUntil: null,
    treatments: [{ key: 'plain', weight: 1, title: 't', body: 'b', acceptLabel: 'a', declineLabel: 'd' }],
    ...more,
  });

const metric = (key: string, aggregation: string, period: string) =>
  metricDocumentSchema.parse({ key, name: key, unit: key, aggregation, period, sustainedRatio: 0.8 });

const keyed = <T extends { readonly key: string }>(...items: readonly T[]): ReadonlyMap<string, T> =>
  new Map(items.map((item) => [item.key, item]));

/** `starter`: 10 seats, 1,000 messages a month; `growth`: 50 and 5,000; `seat-pack` adds 10 seats. */
export const smallCatalogue: Pick<DocumentSet, 'metric' | 'plan' | 'offer'> = {
  metric: keyed(
    metric('seats', 'latest', 'none'),
    metric('messages', 'sum', 'calendar-month'),
    metric('webhooks', 'latest', 'none'),
    metric('integrations', 'latest', 'none'),
  ),
  plan: keyed(plan('starter', 1, 10, 1000), plan('growth', 2, 50, 5000)),
  offer: keyed(
    offer('seat-pack', 'CAPACITY', { adds: { seats: 10 } }),
    offer('audit-add-on', 'ADD_ON', {}),
    offer('growth-plan', 'PLAN_UPGRADE', { plan: 'growth' }),
  ),
};
