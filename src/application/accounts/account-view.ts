/** Shows an account with its usage against the limits in force. */
import type { AccountSnapshot } from '../../domain/accounts/account-snapshot';
import type { Account } from '../../domain/accounts/account';
import type { DocumentSet } from '../../domain/documents/document-set';
import type { MetricDocument, MetricPeriod } from '../../domain/documents/kinds/metric-document';
import { currentUsage } from '../../domain/facts/current-usage';
import { PlanIndex } from '../../domain/facts/plan-index';
import type { Crossing, MetricUsage } from '../../domain/usage/usage-matrix';

/** Usage of one metric; null where nothing is known. */
export interface UsageView {
  readonly metric: string;
  readonly unit: string;
  /** Units used in the current period; null when never reported. */
  readonly used: number | null;
  /** Units; null when unlimited or not known. */
  readonly limit: number | null;
  readonly unlimited: boolean | null;
  /** used / limit; null without a limit above zero. */
  readonly ratio: number | null;
  readonly period: MetricPeriod;
  readonly asOf: string | null;
  /** (used - previous) / previous; null when previous is 0 or not known. */
  readonly trend: number | null;
  /** Of the current period, oldest first. */
  readonly crossings: readonly Crossing[];
}

export interface AccountView {
  readonly account: Account;
  /** Every metric that is reported or limited by the plan, in ascending order of its key. */
  readonly usage: readonly UsageView[];
}

/** Describes accounts of one release; `now` is in milliseconds since the epoch. */
export type AccountDescriber = (snapshot: AccountSnapshot, now: number) => AccountView;

/** Makes a describer ready for one release. */
export function accountDescriber(
  documents: Pick<DocumentSet, 'plan' | 'offer' | 'metric'>,
): AccountDescriber {
  const plans = new PlanIndex(documents);
  const metrics = [...documents.metric.values()];
  return (snapshot, now) => {
    const { account } = snapshot;
    const views = metrics.map((metric) => {
      const limit = plans.limitOn(plans.planOf(account), account, metric.key);
      return viewOf(metric, limit, reported(snapshot, metric, now));
    });
    return { account, usage: views.filter((view) => view.used !== null || view.unlimited !== null) };
  };
}

function reported(snapshot: AccountSnapshot, metric: MetricDocument, now: number): MetricUsage | null {
  const usage = Object.hasOwn(snapshot.usage, metric.key) ? snapshot.usage[metric.key] : undefined;
  return usage === undefined ? null : currentUsage(metric, usage, now);
}

function viewOf(
  metric: MetricDocument,
  limit: number | null | undefined,
  usage: MetricUsage | null,
): UsageView {
  const used = usage?.used ?? null;
  const previous = usage?.previous ?? null;
  return {
    metric: metric.key,
    unit: metric.unit,
    used,
    limit: limit ?? null,
    unlimited: limit === undefined ? null : limit === null,
    ratio: used !== null && limit ? used / limit : null,
    period: metric.period,
    asOf: usage?.asOf ?? null,
    trend: used !== null && previous ? (used - previous) / previous : null,
    crossings: usage?.crossings ?? [],
  };
}
