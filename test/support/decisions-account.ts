/** Builds accounts for decision tests: a healthy paying customer of Starter near its seat limit. */
import type { Account } from '../../src/domain/accounts/account';
import type { AccountSnapshot } from '../../src/domain/accounts/account-snapshot';
import type { DecisionContext } from '../../src/domain/decisions/decision';
import type { MetricUsage, UsageMatrix } from '../../src/domain/usage/usage-matrix';

/** What the clock says in these tests. */
export const NOW = Date.parse('2026-06-15T12:00:00.000Z');

/** A moment so many days (and fractions) before NOW. */
export function daysAgo(days: number): string {
  return new Date(NOW - days * 86_400_000).toISOString();
}

/** The account with members replaced. */
export function anAccount(members: Partial<Account> = {}): Account {
  return {
    id: 'acme',
    name: 'Acme',
    status: 'PAYING',
    plan: 'starter',
    billingInterval: 'MONTH',
    currency: 'USD',
    paidSince: daysAgo(365),
    planSince: daysAgo(200),
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
      asOf: daysAgo(1),
    },
    ...members,
  };
}

/** Usage of one metric an hour ago. */
export function used(units: number, members: Partial<MetricUsage> = {}): MetricUsage {
  return {
    used: units,
    periodStart: null,
    asOf: daysAgo(1 / 24),
    previous: null,
    sustainedSince: null,
    crossings: [],
    ...members,
  };
}

/** The account with 9 of its 10 seats in use, unless told otherwise. */
export function aSnapshot(
  members: Partial<Account> = {},
  usage: UsageMatrix = { seats: used(9) },
): AccountSnapshot {
  return { account: anAccount(members), usage, activity: {}, version: 1 };
}

/** A question asked in the product. */
export const IN_APP: DecisionContext = { surface: 'IN_APP' };
