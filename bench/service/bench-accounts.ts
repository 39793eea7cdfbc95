/** Makes the accounts of the benchmark: deterministic, every fact present, most of them healthy and somewhere near a limit. */
import type { Account, AccountActivity } from '../../src/domain/accounts/account';
import type { AccountSnapshot } from '../../src/domain/accounts/account-snapshot';
import type { MetricUsage, UsageMatrix } from '../../src/domain/usage/usage-matrix';
import { workloadAttributes } from '../workload/workload-attributes';
import { type SeededRandom, seededRandom } from './seeded-random';

const DAY_MS = 86_400_000;
const SEED = 20_260_101;

interface Limits {
  readonly seats: number;
  readonly messages: number;
  readonly integrations: number;
}

const LIMITS: Readonly<Record<string, Limits>> = {
  starter: { seats: 10, messages: 5_000, integrations: 3 },
  growth: { seats: 50, messages: 25_000, integrations: 15 },
  scale: { seats: 250, messages: 150_000, integrations: 40 },
};

/** Id of the account at a position, counted from 0. */
export function accountIdAt(position: number): string {
  return `account-${String(position).padStart(7, '0')}`;
}

/** The accounts from position 0 up, as of `now` (milliseconds since the epoch); the same seed, the same accounts. */
export function* benchAccounts(count: number, now: number): Generator<AccountSnapshot> {
  const random = seededRandom(SEED);
  for (let position = 0; position < count; position += 1) yield snapshotAt(position, random, now);
}

function snapshotAt(position: number, random: SeededRandom, now: number): AccountSnapshot {
  const plan = random.pick(['starter', 'starter', 'starter', 'growth', 'growth', 'scale']);
  const account = accountAt(position, plan, random, now);
  return {
    account,
    usage: usageOf(LIMITS[plan], random, now),
    activity: activityOf(random, now),
    version: 1,
  };
}

const daysFrom = (now: number, days: number) => new Date(now + days * DAY_MS).toISOString();

function accountAt(position: number, plan: string, random: SeededRandom, now: number): Account {
  const paidDays = random.between(20, 900);
  return {
    id: accountIdAt(position),
    name: `Company ${position}`,
    status: random.chance(0.92) ? 'PAYING' : 'TRIAL',
    plan,
    billingInterval: random.pick(['MONTH', 'YEAR']),
    currency: random.pick(['USD', 'EUR']),
    paidSince: daysFrom(now, -paidDays),
    planSince: daysFrom(now, -random.between(1, paidDays)),
    segment: random.pick(['self-serve', 'self-serve', 'low-touch', 'low-touch', 'high-touch', 'enterprise']),
    industry: random.pick(['healthcare', 'retail', 'hospitality', 'software']),
    ...random.pick([
      { country: 'US', region: 'US-CA' },
      { country: 'US', region: 'US-TX' },
      { country: 'DE', region: 'DE-BE' },
      { country: 'FR', region: 'FR-IDF' },
    ]),
    contract: {
      term: random.chance(0.4) ? 'ANNUAL' : 'MONTHLY',
      renewsAt: daysFrom(now, random.between(1, 360) + 0.5),
    },
    health: healthOf(random, now),
    owner: `owner-${random.between(1, 200)}`,
    csm: `csm-${random.between(1, 50)}`,
    attributes: {
      teamSize: random.between(1, 60),
      leavingReason: 'none',
      leavingReasonResolved: false,
      ...workloadAttributes(position, now),
    },
  };
}

function healthOf(random: SeededRandom, now: number): Account['health'] {
  return {
    csat: random.chance(0.95) ? random.between(3, 5) : 2,
    sentiment: random.next() * 1.2 - 0.2,
    openEscalations: random.chance(0.04) ? 1 : 0,
    billingIssue: random.chance(0.03),
    churnRisk: random.next() * 0.73,
    usageDropOff: random.chance(0.04),
    asOf: daysFrom(now, -random.between(0, 9)),
  };
}

function activityOf(random: SeededRandom, now: number): AccountActivity {
  const used = { api: 40, sso: 80, inbox: 3 };
  return {
    lastSupportResolutionAt: daysFrom(now, -random.between(1, 200)),
    featuresUsed: Object.fromEntries(
      Object.entries(used).map(([feature, span]) => [feature, daysFrom(now, -random.between(0, span))]),
    ),
  };
}

function usageOf(limits: Limits | undefined, random: SeededRandom, now: number): UsageMatrix {
  const monthStart = new Date(now).toISOString().slice(0, 7) + '-01T00:00:00.000Z';
  const level = (used: number, periodStart: string | null): MetricUsage => ({
    used,
    periodStart,
    asOf: new Date(now).toISOString(),
    previous: Math.max(1, Math.round(used * (0.6 + random.next() * 0.5))),
    sustainedSince: daysFrom(now, -random.between(0, 40)),
    crossings: [],
  });
  const share = () => 0.05 + random.next();
  return {
    seats: level(Math.ceil((limits?.seats ?? 0) * share()), null),
    messages: level(Math.round((limits?.messages ?? 0) * share()), monthStart),
    integrations: level(Math.floor((limits?.integrations ?? 0) * share()), null),
    conversations: level(random.between(0, 12_000), null),
    'manual-exports': level(random.between(0, 14), monthStart),
    api_calls: level(random.between(0, 2_000), monthStart),
  };
}
