/** Turns a demo account with relative times into what the ingestion takes. */
import type { AccountEventInput, AccountInput, UsageEventInput } from '../../domain/accounts/account-input';
import { relativeTime } from './relative-time';
import type { SeedDocument } from './seed-document';

/** One demo account, ready to be loaded; event ids depend on the account and their place only, so that a repeat is known. */
export interface ResolvedSeed {
  readonly account: AccountInput;
  readonly usage: readonly UsageEventInput[];
  readonly events: readonly AccountEventInput[];
}

const TIME_MEMBERS = new Set(['paidSince', 'planSince', 'churnedAt', 'renewsAt', 'asOf', 'at']);

/** Counts every relative time from `now` (milliseconds); other texts stay as they are, for the ingestion to judge. */
export function resolveSeed(seed: SeedDocument, now: number): ResolvedSeed {
  const { account, usage, events } = withTimes(seed, now) as SeedDocument;
  return {
    account,
    usage: usage.map((event, index) => ({
      id: `seed-${account.id}-usage-${index + 1}`,
      accountId: account.id,
      ...event,
    })),
    events: events.map((event, index) => ({
      id: `seed-${account.id}-event-${index + 1}`,
      accountId: account.id,
      ...event,
    })),
  };
}

function withTimes(value: unknown, now: number): unknown {
  if (Array.isArray(value)) return value.map((item) => withTimes(item, now));
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).map(([name, member]) => [
    name,
    typeof member === 'string' && TIME_MEMBERS.has(name)
      ? (relativeTime(member, now) ?? member)
      : withTimes(member, now),
  ]);
  return Object.fromEntries(members);
}
