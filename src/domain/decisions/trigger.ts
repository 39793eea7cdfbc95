/** Reads the numbers that set an offer or a notice off. */
import { remembered } from '../collections/remembered';
import type { MetricDocument } from '../documents/kinds/metric-document';
import { FactReader } from '../rules/fact-reader';
import type { FactSet, FactValue } from '../rules/fact-set';
import type { Trigger } from './decision';

/** A metric with the facts that its triggers are made of. */
export type TriggerFacts = ReturnType<typeof factsOf>;

const factsOf = remembered((metric: MetricDocument) => ({
  metric,
  used: new FactReader(`usage.${metric.key}.used`),
  limit: new FactReader(`usage.${metric.key}.limit`),
  ratio: new FactReader(`usage.${metric.key}.ratio`),
  threshold: new FactReader(`usage.${metric.key}.threshold`),
  crossedAt: new FactReader(`usage.${metric.key}.crossedAt`),
}));

/** The facts behind a rule's metric; null when it names none, or one that is not declared. */
export function triggerFacts(
  metrics: ReadonlyMap<string, MetricDocument>,
  key: string | undefined,
): TriggerFacts | null {
  const metric = key === undefined ? undefined : metrics.get(key);
  return metric === undefined ? null : factsOf(metric);
}

/** The trigger of a metric from the facts; null without a metric, and when its use is absent or stale. */
export function triggerOf({ values }: FactSet, source: TriggerFacts | null): Trigger | null {
  if (source === null) return null;
  const used = number(source.used.of(values));
  if (used === null) return null;
  const crossedAt = source.crossedAt.of(values);
  return {
    metric: source.metric.key,
    unit: source.metric.unit,
    used,
    limit: number(source.limit.of(values)),
    ratio: number(source.ratio.of(values)),
    threshold: number(source.threshold.of(values)),
    crossedAt: typeof crossedAt === 'string' ? crossedAt : null,
  };
}

/** The same trigger's ratio alone: used / limit; null without a trigger and without a limit above zero. */
export function triggerRatio({ values }: FactSet, source: TriggerFacts | null): number | null {
  if (source === null || number(source.used.of(values)) === null) return null;
  return number(source.ratio.of(values));
}

function number(value: FactValue | undefined): number | null {
  return typeof value === 'number' ? value : null;
}
