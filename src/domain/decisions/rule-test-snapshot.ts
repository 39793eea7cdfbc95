/** Builds the account of a rule test: a healthy paying customer, with what the test says otherwise. */
import type { AccountActivity } from '../accounts/account';
import type { AccountSnapshot } from '../accounts/account-snapshot';
import { readAccountInput } from '../accounts/read-account-input';
import type { MetricDocument } from '../documents/kinds/metric-document';
import type { RuleTestDocument } from '../documents/kinds/rule-test-document';
import { replayUsage } from '../usage/apply-usage-events';
import type { CountingRules } from '../usage/count-event';
import { limitInForce } from '../usage/limit-in-force';
import { reachedThresholds } from '../usage/threshold-crossings';
import { firstDayOfPeriod } from '../usage/usage-period';
import type { MetricUsage, UsageMatrix } from '../usage/usage-matrix';
import { dayOf, startOfDay } from '../usage/utc-day';
import type { CompiledRelease } from './compiled-release';

/** The account of the test, or in words what is wrong with what the test says of it. */
export type RuleTestAccount =
  { readonly snapshot: AccountSnapshot } | { readonly problems: readonly string[] };

type Members = Readonly<Record<string, unknown>>;
type AnyUsage = Exclude<RuleTestDocument['usage'][string], number>;
type ReportedUsage = Extract<AnyUsage, { reports: unknown }>;
type StatedUsage = Exclude<AnyUsage, ReportedUsage>;

/**
 * Merges the test's account over the defaults: nested objects one level deep, `null` takes a member away. The account is
 * read as one that a caller sends. Usage is as of the test's clock unless it says otherwise, and has crossed every
 * threshold of the plan that it reaches; where the test says what was reported, it is counted instead.
 */
export function ruleTestSnapshot(
  release: CompiledRelease,
  test: Omit<RuleTestDocument, 'expect'>,
): RuleTestAccount {
  const at = utc(test.at);
  const merged = mergeAccount(healthyAccount(at, test.account), test.account);
  const read = readAccountInput(merged, release.documents, Date.parse(at));
  if ('problems' in read) {
    return { problems: read.problems.map(({ pointer, message }) => `account${pointer}: ${message}`) };
  }
  const unknown = Object.keys(test.usage).filter((metric) => !release.documents.metric.has(metric));
  if (unknown.length > 0)
    return { problems: unknown.map((metric) => `usage/${metric}: there is no such metric.`) };
  const entries = Object.entries(test.usage).flatMap(([key, stated]) => {
    const metric = release.documents.metric.get(key);
    const inForce = limitInForce(read.value, key, release.plans);
    return metric === undefined ? [] : [[key, usageOf(stated, at, { metric, inForce })]];
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

/** What a test does not say of its account: it has paid for a year, until the clock or until it left, and is well. */
export function healthyAccount(at: string, { churnedAt }: Members): Members {
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
  rules: CountingRules & { readonly metric: MetricDocument },
): MetricUsage {
  if (typeof stated === 'object' && 'reports' in stated) return reportedUsage(stated.reports, rules);
  const { metric, inForce } = rules;
  const known: StatedUsage = typeof stated === 'number' ? { used: stated } : stated;
  const { used, previous, sustainedSince } = known;
  const asOf = utc(known.asOf ?? at);
  const first = firstDayOfPeriod(metric.period, dayOf(asOf));
  const crossedAt = utc(known.crossedAt ?? asOf);
  return {
    used,
    periodStart: first === null ? null : startOfDay(first),
    asOf,
    previous: previous ?? null,
    sustainedSince: sustainedSince === undefined ? null : utc(sustainedSince),
    crossings: reachedThresholds(used, inForce).map((threshold) => ({ threshold, crossedAt })),
  };
}

/** Counted from nothing, in the order of the reports' times. */
function reportedUsage(reports: ReportedUsage['reports'], rules: CountingRules): MetricUsage {
  const events = reports.map(({ at, ...report }, index) => ({
    ...report,
    id: String(index).padStart(4, '0'),
    accountId: '',
    metric: '',
    at: utc(at),
  }));
  return replayUsage(rules, null, events, null).usage;
}

function utc(at: string): string {
  return new Date(at).toISOString();
}
