/** Corrupts what is sold: prices, limits and features of plans, terms of offers, and how metrics are counted. */
import { valueCasesOf } from '../../src/domain/documents/value-cases';
import { AGGREGATIONS, METRIC_PERIODS } from '../../src/domain/documents/kinds/metric-document';
import { MOTIONS, OFFER_KINDS } from '../../src/domain/documents/kinds/vocabulary';
import {
  isObject,
  itemsOf,
  neighbours,
  valueAt,
  type Edit,
  type Json,
  type JsonObject,
  type Path,
} from './edit';
import { movedNumbers } from './literal-edits';
import type { MutationKind } from './mutation-kinds';
import type { Surroundings } from './surroundings';

/** Prices, and what the plan contains. Overage counts only where a value case compares it. */
export function planEdits(plan: JsonObject, { documents }: Surroundings): readonly Edit[] {
  const isCompared = [...documents.offer.values()].some(
    (offer) =>
      valueCasesOf(offer).some(({ definition }) => definition.type === 'overage-saving') &&
      (offer.plan === plan.key || documents.plan.get(offer.plan ?? '')?.family === plan.family) &&
      (documents.plan.get(offer.plan ?? '')?.tier ?? 0) >= Number(plan.tier),
  );
  const contents = ['tier', 'limits', 'thresholds', 'features', ...(isCompared ? ['overage'] : [])];
  return [
    ...priceEdits(plan, 'plan price'),
    ...contents.flatMap((name) => contentEdits(plan[name], [name], 'plan contents')),
    { kind: 'plan contents', path: ['base'], after: plan.base === false },
    { kind: 'plan contents', path: ['status'], after: plan.status === 'retired' ? 'active' : 'retired' },
  ];
}

/** What the offer is, when, where and to whom it is sold, and the shares of its wordings. */
export function offerEdits(offer: JsonObject, { documents }: Surroundings): readonly Edit[] {
  const one = (name: string, others: readonly (Json | undefined)[]): readonly Edit[] =>
    others.map((after) => ({ kind: 'offer terms', path: [name], after }));
  const upgrades = MOTIONS.filter((motion) => motion !== 'NONE');
  return [
    ...one('kind', neighbours<Json>(OFFER_KINDS, offer.kind ?? null)),
    ...one('motion', neighbours<Json>(upgrades, offer.motion ?? null)),
    ...(offer.plan === undefined
      ? []
      : one('plan', neighbours<Json>([...documents.plan.keys()], offer.plan))),
    ...one('family', offer.family === undefined ? ['elsewhere'] : [undefined]),
    ...one('validFrom', movedYears(offer.validFrom)),
    ...one('validUntil', ['2026-03-01T00:00:00Z']),
    ...one('status', ['retired']),
    ...priceEdits(offer, 'offer terms'),
    ...['features', 'adds', 'availableOn', 'regions', 'capacity'].flatMap((name) =>
      contentEdits(offer[name], [name], 'offer terms'),
    ),
    ...contentEdits(
      valueAt(offer, ['valueCase', 'minutesPerRun']),
      ['valueCase', 'minutesPerRun'],
      'offer terms',
    ),
    ...itemsOf(offer.treatments).flatMap((_, index): readonly Edit[] => [
      { kind: 'treatment weight', path: ['treatments', index, 'weight'], after: 0 },
      { kind: 'treatment weight', path: ['treatments', index, 'weight'], after: 75 },
    ]),
  ];
}

/** How and over which period a metric is counted, and when its use counts as sustained. */
export function metricEdits(metric: JsonObject): readonly Edit[] {
  const one = (name: string, others: readonly (Json | undefined)[]): readonly Edit[] =>
    others.map((after) => ({ kind: 'metric counting', path: [name], after }));
  const { sustainedRatio } = metric;
  return [
    ...one('aggregation', neighbours<Json>(AGGREGATIONS, metric.aggregation ?? null)),
    ...one('period', neighbours<Json>(METRIC_PERIODS, metric.period ?? null)),
    ...one('sustainedRatio', typeof sustainedRatio === 'number' ? movedNumbers(sustainedRatio, 0.1) : []),
  ];
}

function priceEdits(document: JsonObject, kind: MutationKind): readonly Edit[] {
  return itemsOf(document.prices).flatMap((price, index): readonly Edit[] => {
    const path = ['prices', index];
    const amount = isObject(price) && typeof price.minorUnits === 'number' ? price.minorUnits : 0;
    const interval = isObject(price) && price.interval === 'MONTH' ? 'YEAR' : 'MONTH';
    return [
      { kind, path: [...path, 'minorUnits'], after: amount * 10 },
      { kind, path: [...path, 'minorUnits'], after: amount - 1000 },
      { kind, path: [...path, 'interval'], after: interval },
      { kind, path: [...path, 'currency'], after: 'GBP' },
      { kind, path, after: undefined },
    ];
  });
}

/** Numbers move, no limit becomes one, lists and maps lose what they hold. */
function contentEdits(value: Json | undefined, path: Path, kind: MutationKind): readonly Edit[] {
  if (typeof value === 'number')
    return movedNumbers(value, isShare(value, path) ? 0.1 : 1).map((after) => ({ kind, path, after }));
  if (value === null) return [{ kind, path, after: 100 }];
  if (isObject(value))
    return Object.entries(value).flatMap(([name, inner]) => contentEdits(inner, [...path, name], kind));
  return itemsOf(value).flatMap((item, index): readonly Edit[] => [
    { kind, path: [...path, index], after: undefined },
    ...(isObject(item) ? contentEdits(item, [...path, index], kind) : []),
  ]);
}

function isShare(value: number, path: Path): boolean {
  return path.at(-1) === 'ratio' || !Number.isInteger(value);
}

function movedYears(time: Json | undefined): readonly Json[] {
  if (typeof time !== 'string') return [];
  const year = Number(time.slice(0, 4));
  return [year + 1, year - 1].map((moved) => `${moved}${time.slice(4)}`);
}
