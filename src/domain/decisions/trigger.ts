/** Reads the numbers that set an offer or a notice off. */
import type { MetricDocument } from '../documents/kinds/metric-document';
import type { FactSet, FactValue } from '../rules/fact-set';
import type { Trigger } from './decision';

const MEASURES = ['used', 'limit', 'ratio', 'threshold', 'crossedAt'] as const;
type FactNames = Readonly<Record<(typeof MEASURES)[number], string>>;

/** The trigger of a metric from the facts; null when the rule names no metric or its use is absent or stale. */
export function triggerOf(
  facts: FactSet,
  metrics: ReadonlyMap<string, MetricDocument>,
  key: string | undefined,
): Trigger | null {
  const metric = key === undefined ? undefined : metrics.get(key);
  if (metric === undefined) return null;
  const { values } = facts;
  const names = factNames(metric);
  const used = number(values.get(names.used));
  if (used === null) return null;
  const crossedAt = values.get(names.crossedAt);
  return {
    metric: metric.key,
    unit: metric.unit,
    used,
    limit: number(values.get(names.limit)),
    ratio: number(values.get(names.ratio)),
    threshold: number(values.get(names.threshold)),
    crossedAt: typeof crossedAt === 'string' ? crossedAt : null,
  };
}

/** The same trigger's ratio alone: used / limit; null without a trigger and without a limit above zero. */
export function triggerRatio(
  { values }: FactSet,
  metrics: ReadonlyMap<string, MetricDocument>,
  key: string | undefined,
): number | null {
  const metric = key === undefined ? undefined : metrics.get(key);
  if (metric === undefined) return null;
  const names = factNames(metric);
  return number(values.get(names.used)) === null ? null : number(values.get(names.ratio));
}

const known = new WeakMap<MetricDocument, FactNames>();

/** Spelling a name takes longer than looking its fact up. */
function factNames(metric: MetricDocument): FactNames {
  const found = known.get(metric);
  if (found !== undefined) return found;
  const names = Object.fromEntries(
    MEASURES.map((measure) => [measure, `usage.${metric.key}.${measure}`]),
  ) as FactNames;
  known.set(metric, names);
  return names;
}

function number(value: FactValue | undefined): number | null {
  return typeof value === 'number' ? value : null;
}
