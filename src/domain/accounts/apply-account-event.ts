/** Says what an account event changes about an account; an event older than what is known changes nothing. */
import type { Account, AccountActivity, Contract, Timestamp } from './account';
import type { AccountEventType } from './account-event';
import type { ReadAccountEvent, ReadEventOf } from './account-event-schema';

/** What account events may change. */
export interface AccountState {
  readonly account: Account;
  readonly activity: AccountActivity;
}

/** Features whose last use is remembered. */
const MOST_FEATURES = 500;

const isOlder = (at: Timestamp, known: Timestamp | undefined): boolean => known !== undefined && at < known;

/** The time of the newest word on whether the account pays. */
const statusSince = ({ paidSince, churnedAt }: Account): Timestamp | undefined =>
  [paidSince, churnedAt]
    .filter((at) => at !== undefined)
    .toSorted()
    .at(-1);

function changePlan(state: AccountState, { at, data }: ReadEventOf<'PLAN_CHANGED'>): AccountState {
  if (isOlder(at, state.account.planSince)) return state;
  return { ...state, account: { ...state.account, plan: data.plan, planSince: at } };
}

/** A renewal only ever moves the date ahead. Without a known or stated term there is no contract to renew. */
function renew(state: AccountState, { data }: ReadEventOf<'RENEWED'>): AccountState {
  const known: Partial<Contract> = state.account.contract ?? {};
  const term = data.term ?? known.term;
  if (term === undefined || (known.renewsAt ?? '') >= data.renewsAt) return state;
  return { ...state, account: { ...state.account, contract: { term, renewsAt: data.renewsAt } } };
}

function churn(state: AccountState, { at }: ReadEventOf<'CHURNED'>): AccountState {
  if (isOlder(at, statusSince(state.account))) return state;
  return { ...state, account: { ...state.account, status: 'CHURNED', churnedAt: at } };
}

/** Tenure starts anew. An account that already pays stays as it is. */
function reactivate(state: AccountState, { at }: ReadEventOf<'REACTIVATED'>): AccountState {
  if (state.account.status === 'PAYING' || isOlder(at, statusSince(state.account))) return state;
  const { churnedAt: _ended, ...account } = state.account;
  return { ...state, account: { ...account, status: 'PAYING', paidSince: at, planSince: at } };
}

/** `health.asOf` speaks for all of health, so one score makes it newer only where nothing else is known. */
function rate(state: AccountState, { at, data }: ReadEventOf<'CSAT'>): AccountState {
  const { csat, asOf, ...rest } = state.account.health ?? {};
  const statedAt = csat === undefined ? undefined : asOf;
  if (isOlder(at, state.activity.csatAt) || isOlder(at, statedAt)) return state;
  const known = Object.keys(rest).length > 0 ? asOf : at;
  return {
    account: { ...state.account, health: { ...rest, csat: data.score, asOf: known } },
    activity: { ...state.activity, csatAt: at },
  };
}

function closeConversation(
  state: AccountState,
  { at, data }: ReadEventOf<'CONVERSATION_CLOSED'>,
): AccountState {
  if (!data.resolved || isOlder(at, state.activity.lastSupportResolutionAt)) return state;
  return { ...state, activity: { ...state.activity, lastSupportResolutionAt: at } };
}

function useFeature(state: AccountState, { at, data }: ReadEventOf<'FEATURE_USED'>): AccountState {
  const used = new Map(Object.entries(state.activity.featuresUsed ?? {}));
  if (isOlder(at, used.get(data.feature))) return state;
  const newest = [...used.set(data.feature, at)].toSorted(([, a], [, b]) => (a < b ? 1 : -1));
  const featuresUsed = Object.fromEntries(newest.slice(0, MOST_FEATURES));
  return { ...state, activity: { ...state.activity, featuresUsed } };
}

type Changes = {
  readonly [T in AccountEventType]: (state: AccountState, event: ReadEventOf<T>) => AccountState;
};

const CHANGES: Changes = {
  PLAN_CHANGED: changePlan,
  RENEWED: renew,
  CHURNED: churn,
  REACTIVATED: reactivate,
  CSAT: rate,
  CONVERSATION_CLOSED: closeConversation,
  FEATURE_USED: useFeature,
};

/** The state after the event; the same object when the event tells nothing new. */
export function applyAccountEvent(state: AccountState, event: ReadAccountEvent): AccountState {
  const change = CHANGES[event.type] as (state: AccountState, event: ReadAccountEvent) => AccountState;
  return change(state, event);
}
