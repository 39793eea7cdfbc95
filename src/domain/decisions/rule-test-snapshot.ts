/** Builds the account of a rule test: a healthy paying customer, with what the test says otherwise. */
import type { AccountActivity } from '../accounts/account';
import type { AccountSnapshot } from '../accounts/account-snapshot';
import { readAccountInput } from '../accounts/read-account-input';
import type { MetricDocument } from '../documents/kinds/metric-document';
import type { RuleTestDocument } from '../documents/kinds/rule-test-document';
import { limitInForce, type LimitInForce } from '../usage/limit-in-force';
import { reaches } from '../usage/threshold-crossings';
import { firstDayOfPeriod } from '../usage/usage-period';
import type { MetricUsage, UsageMatrix } from '../usage/usage-matrix';
import { dayOf, startOfDay } from '../usage/utc-day';
import type { CompiledRelease } from './compiled-release';

/** The account of the test, or in words what is wrong with what the test says of it. */
export type RuleTestAccount =
  { readonly snapshot: AccountSnapshot } | { readonly problems: readonly string[] };

type Members = Readonly<Record<string, unknown>>;

/**
 * Merges the test's account over the defaults: nested objects one level deep, `null` takes a member away. The account is
 * read as one that a caller sends. Usage is as of the test's clock unless it says otherwise, and has crossed every
 * threshold of the plan that it reaches.
 */
export function ruleTestSnapshot(release: CompiledRelease, test: RuleTestDocument): RuleTestAccount {
  const at = utc(test.at);
  const merged = mergeAccount(defaultAccount(at, test.account), test.account);
  const read = readAccountInput(merged, release.documents, Date.parse(at));
  if ('problems' in read) {
    return { problems: read.problems.map(({ pointer, message }) => `account${pointer}: ${message}`) };
  }
  const unknown = Object.keys(test.usage).filter((metric) => !release.documents.metric.has(metric));
  if (unknown.length > 0)
    return { problems: unknown.map((metric) => `usage/${metric}: there is no such metric.`) };
  const entries = Object.entries(test.usage).map(([key, stated]) => {
    const inForce = limitInForce(read.value, key, release.plans);
    return [key, usageOf(stated, at, inForce, release.documents.metric.get(key)?.period ?? 'none')];
  });
  const usage = Object.fromEntries(entries) as UsageMatrix;
  return { snapshot: { account: read.value, usage, activity: activityOf(test.activity), version: 1 } };
}

function activityOf({
  lastSupportResolutionAt,
  featuresUsed = {},
}: RuleTestDocument['activity']): AccountActivity {
  const used = Object.entries(featuresUsed).map(([feature, at]) => [feature, utc(at)]);
  return {
    ...(lastSupportResolutionAt === undefined
      ? {}
      : { lastSupportResolutionAt: utc(lastSupportResolutionAt) }),
    featuresUsed: Object.fromEntries(used) as Readonly<Record<string, string>>,
  };
}

/** Paid for a year, until the clock or until it left. */
function defaultAccount(at: string, { churnedAt }: Members): Members {
  return {
    id: 'test-account',
    name: 'Test account',
    status: 'PAYING',
    billingInterval: 'MONTH',
    currency: 'USD',
    paidSince: oneYearBefore(typeof churnedAt === 'string' ? churnedAt : at),
    segment: 'self-serve',
    country: 'US',
    region: 'US-CA',
    contract: { term: 'MONTHLY' },
    health: {
      csat: 4.5,
      sentiment: 0.5,
      openEscalations: 0,
      billingIssue: false,
      churnRisk: 0.1,
      usageDropOff: false,
      asOf: at,
    },
  };
}

function oneYearBefore(at: string): string {
  const date = new Date(at);
  if (Number.isNaN(date.getTime())) return at;
  date.setUTCFullYear(date.getUTCFullYear() - 1);
  return date.toISOString();
}

function mergeAccount(defaults: Members, stated: Members): Members {
  const merged = Object.entries(stated).map(([name, value]) => {
    const base = Object.hasOwn(defaults, name) ? defaults[name] : undefined;
    return [name, isNested(base) && isNested(value) ? withoutNulls({ ...base, ...value }) : value];
  });
  return withoutNulls({ ...defaults, ...(Object.fromEntries(merged) as Members) });
}

function isNested(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function withoutNulls(members: Members): Members {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== null));
}

function usageOf(
  stated: RuleTestDocument['usage'][string],
  at: string,
  { limit, thresholds }: LimitInForce,
  period: MetricDocument['period'],
): MetricUsage {
  const known: Exclude<typeof stated, number> = typeof stated === 'number' ? { used: stated } : stated;
  const asOf = utc(known.asOf ?? at);
  const first = firstDayOfPeriod(period, dayOf(asOf));
  const crossedAt = utc(known.crossedAt ?? asOf);
  return {
    used: known.used,
    periodStart: first === null ? null : startOfDay(first),
    asOf,
    previous: known.previous ?? null,
    sustainedSince: known.sustainedSince === undefined ? null : utc(known.sustainedSince),
    crossings: thresholds
      .filter((threshold) => reaches(known.used, threshold, limit))
      .map((threshold) => ({ threshold, crossedAt })),
  };
}

function utc(at: string): string {
  return new Date(at).toISOString();
}
