/** Puts overridden facts into the account they are read off, so that everything that follows from them follows. */
import type { Account } from '../accounts/account';
import type { AccountSnapshot } from '../accounts/account-snapshot';
import type { CompiledRelease } from '../decisions/compiled-release';
import type { FactOverrides } from './override-facts';
import { overriddenUsage } from './overridden-usage';

type Members = Readonly<Record<string, unknown>>;

/** Where in a snapshot the fact is read off; a fact that is worked out from others has no place. */
const PLACES: ReadonlyMap<string, readonly [string, ...string[]]> = new Map([
  ['account.name', ['account', 'name']],
  ['account.status', ['account', 'status']],
  ['account.plan', ['account', 'plan']],
  ['account.segment', ['account', 'segment']],
  ['account.industry', ['account', 'industry']],
  ['account.country', ['account', 'country']],
  ['account.region', ['account', 'region']],
  ['account.currency', ['account', 'currency']],
  ['account.billingInterval', ['account', 'billingInterval']],
  ['account.addOns', ['account', 'addOns']],
  ['contract.term', ['account', 'contract', 'term']],
  ['contract.renewsAt', ['account', 'contract', 'renewsAt']],
  ['support.lastResolvedAt', ['activity', 'lastSupportResolutionAt']],
]);

/** What no account is without: a fact made missing leaves it as it is. */
const ALWAYS_THERE: ReadonlySet<string> = new Set(['account.name', 'account.status', 'contract.term']);

/** Groups whose facts carry the names of the members. */
const GROUPS = ['health', 'attributes'] as const;

/**
 * The account with the overrides; `now` is in milliseconds. Usage that is overridden is as of now. Thresholds are crossed anew
 * where usage, plan or add-ons are other ones: those recorded keep their time.
 */
export function overriddenSnapshot(
  release: CompiledRelease,
  snapshot: AccountSnapshot,
  overrides: FactOverrides,
  now: number,
): AccountSnapshot {
  if (overrides.size === 0) return snapshot;
  let members: Members = { account: snapshot.account, activity: snapshot.activity };
  for (const [fact, value] of overrides) {
    const place = placeOf(fact);
    if (place !== undefined && !(value === null && ALWAYS_THERE.has(fact)))
      members = withMember(members, place, value);
  }
  const { account, activity } = members as unknown as Pick<AccountSnapshot, 'account' | 'activity'>;
  const changed = { ...snapshot, activity, account: withoutChurn(account, overrides) };
  return { ...changed, usage: overriddenUsage(release, changed, overrides, now) };
}

function placeOf(fact: string): readonly [string, ...string[]] | undefined {
  const group = GROUPS.find((prefix) => fact.startsWith(`${prefix}.`));
  return group === undefined ? PLACES.get(fact) : ['account', group, fact.slice(group.length + 1)];
}

/** A copy with one member set, or taken away by null; objects on the way are made where there are none. */
function withMember(
  members: Members,
  [first, ...rest]: readonly [string, ...string[]],
  value: unknown,
): Members {
  const [next, ...others] = rest;
  if (next === undefined) {
    const { [first]: _before, ...left } = members;
    return value === null ? left : { ...left, [first]: value };
  }
  const inner = (members[first] ?? {}) as Members;
  return { ...members, [first]: withMember(inner, [next, ...others], value) };
}

/** Whoever is not said to have churned any more did not. */
function withoutChurn(account: Account, overrides: FactOverrides): Account {
  const status = overrides.get('account.status');
  if (status === undefined || status === null || status === 'CHURNED') return account;
  const { churnedAt: _churnedAt, ...left } = account;
  return left;
}
