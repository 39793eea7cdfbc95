/** Shows an account with its usage against the limits in force. */
import type { Account } from '../../domain/accounts/account';
import type { AccountSnapshot } from '../../domain/accounts/account-snapshot';
import type { CompiledRelease } from '../../domain/decisions/compiled-release';
import type { MetricDocument, MetricPeriod } from '../../domain/documents/kinds/metric-document';
import { currentUsage } from '../../domain/facts/current-usage';
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

/** An account and its usage matrix. */
export interface AccountView {
  readonly account: Account;
  /** Every metric that is reported, or that the plan speaks of, in ascending order of its key. */
  readonly usage: readonly UsageView[];
}

/** Describes an account as it stands at `now`, in milliseconds since the epoch. */
export function describeAccount(
  { account, usage }: AccountSnapshot,
  { documents, plans }: Pick<CompiledRelease, 'documents' | 'plans'>,
  now: number,
): AccountView {
  const plan = plans.planOf(account);
  const views = [...documents.metric.values()].map((metric) => {
    const reported = Object.hasOwn(usage, metric.key) ? usage[metric.key] : undefined;
    const current = reported === undefined ? null : currentUsage(metric, reported, now);
    return viewOf(metric, plans.limitOn(plan, account, metric.key), current);
  });
  return { account, usage: views.filter((view) => view.used !== null || view.unlimited !== null) };
}

function viewOf(
  { key, unit, period }: MetricDocument,
  limit: number | null | undefined,
  usage: MetricUsage | null,
): UsageView {
  const against = { limit: limit ?? null, unlimited: limit === undefined ? null : limit === null };
  const named = { metric: key, unit, period, ...against };
  if (usage === null) return { ...named, used: null, ratio: null, asOf: null, trend: null, crossings: [] };
  const { used, previous, asOf, crossings } = usage;
  const trend = previous ? (used - previous) / previous : null;
  return { ...named, used, ratio: limit ? used / limit : null, asOf, trend, crossings };
}
