/** Reads the numbers that set an offer or a notice off. */
import type { MetricDocument } from '../documents/kinds/metric-document';
import type { FactSet, FactValue } from '../rules/fact-set';
import type { Trigger } from './decision';

/** The trigger of a metric from the facts; null when the rule names no metric or its use is absent or stale. */
export function triggerOf(
  facts: FactSet,
  metrics: ReadonlyMap<string, MetricDocument>,
  key: string | undefined,
): Trigger | null {
  const metric = key === undefined ? undefined : metrics.get(key);
  if (metric === undefined) return null;
  const read = (measure: string): FactValue | undefined => facts.values.get(`usage.${metric.key}.${measure}`);
  const used = number(read('used'));
  if (used === null) return null;
  const crossedAt = read('crossedAt');
  return {
    metric: metric.key,
    unit: metric.unit,
    used,
    limit: number(read('limit')),
    ratio: number(read('ratio')),
    threshold: number(read('threshold')),
    crossedAt: typeof crossedAt === 'string' ? crossedAt : null,
  };
}

function number(value: FactValue | undefined): number | null {
  return typeof value === 'number' ? value : null;
}
