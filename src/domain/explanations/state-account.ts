/** States an account the way rule tests do, without telling whose it is. */
import type { Account } from '../accounts/account';
import type { AccountSnapshot } from '../accounts/account-snapshot';
import type { CompiledRelease } from '../decisions/compiled-release';
import { healthyAccount } from '../decisions/rule-test-snapshot';
import type { RuleTestDocument } from '../documents/kinds/rule-test-document';
import { documentKey } from '../documents/kinds/key';
import { highestCrossing } from '../facts/highest-crossing';
import { limitInForce } from '../usage/limit-in-force';
import type { MetricUsage } from '../usage/usage-matrix';

type Members = Readonly<Record<string, unknown>>;

/** Members that decisions read and that name nobody. */
const TELLING = [
  'status',
  'plan',
  'billingInterval',
  'currency',
  'paidSince',
  'planSince',
  'churnedAt',
  'segment',
  'industry',
  'country',
  'region',
  'contract',
  'health',
  'addOns',
] as const satisfies readonly (keyof Account)[];

/** People are there or not; who they are is nobody's business. */
const PEOPLE = { owner: 'The owner', csm: 'The CSM' } as const;

/** The members of the account; null for what the account of a rule test would have by default and this one has not. */
export function stateAccount(release: CompiledRelease, account: Account, at: string): Members {
  const defaults = healthyAccount(at, { ...account });
  const told = TELLING.map((name) => [name, statedMember(account[name], defaults[name])] as const);
  const people = Object.entries(PEOPLE).filter(
    ([name]) => account[name as keyof typeof PEOPLE] !== undefined,
  );
  const attributes = declaredAttributes(release, account);
  const members = [...told, ...people, ['attributes', attributes] as const];
  return Object.fromEntries(members.filter(([, value]) => value !== undefined));
}

function statedMember(value: unknown, usual: unknown): unknown {
  if (value === undefined) return usual === undefined ? undefined : null;
  if (!isNested(value) || !isNested(usual)) return value;
  const absent = Object.keys(usual).filter((name) => value[name] === undefined);
  return { ...value, ...Object.fromEntries(absent.map((name) => [name, null])) };
}

function isNested(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function declaredAttributes({ facts }: CompiledRelease, { attributes = {} }: Account): Members | undefined {
  const declared = Object.entries(attributes).filter(([name]) => facts.has(`attributes.${name}`));
  return declared.length === 0 ? undefined : Object.fromEntries(declared);
}

/** Usage of the metrics that the release has. */
export function stateUsage(
  release: CompiledRelease,
  { account, usage }: AccountSnapshot,
  at: string,
): RuleTestDocument['usage'] {
  const known = Object.entries(usage).filter(([metric]) => release.documents.metric.has(metric));
  return Object.fromEntries(
    known.map(([metric, state]) => {
      const { limit } = limitInForce(account, metric, release.plans);
      return [metric, stateMetric(state, limit, at)];
    }),
  );
}

function stateMetric(
  { used, asOf, previous, sustainedSince, crossings }: MetricUsage,
  limit: number | null,
  at: string,
): RuleTestDocument['usage'][string] {
  const crossing = highestCrossing(crossings, limit);
  return {
    used,
    ...(asOf !== at && { asOf }),
    ...(previous !== null && { previous }),
    ...(crossing !== undefined && crossing.crossedAt !== asOf && { crossedAt: crossing.crossedAt }),
    ...(sustainedSince !== null && { sustainedSince }),
  };
}

/** What events told, as far as facts are made of it: of features those used lately. */
export function stateActivity(
  release: CompiledRelease,
  snapshot: AccountSnapshot,
  now: number,
): RuleTestDocument['activity'] {
  const { lastSupportResolutionAt, featuresUsed = {} } = snapshot.activity;
  const { values } = release.buildFacts(snapshot, { surface: 'IN_APP' }, now);
  const lately = values.get('account.featuresUsed');
  const isLate = (feature: string): boolean => Array.isArray(lately) && lately.includes(feature);
  const used = Object.entries(featuresUsed).filter(
    ([feature]) => isLate(feature) && documentKey.safeParse(feature).success,
  );
  return {
    ...(lastSupportResolutionAt !== undefined && { lastSupportResolutionAt }),
    ...(used.length > 0 && { featuresUsed: Object.fromEntries(used) }),
  };
}
