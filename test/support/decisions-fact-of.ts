/** Asks for single facts of an account in the fact tests. */
import type { Account, AccountActivity } from '../../src/domain/accounts/account';
import type { DecisionContext } from '../../src/domain/decisions/decision';
import type { FactSet } from '../../src/domain/rules/fact-set';
import type { UsageMatrix } from '../../src/domain/usage/usage-matrix';
import { anAccount, IN_APP, NOW } from './decisions-account';
import { aRelease, offer, type Draft } from './decisions-release';

/** What differs from the standard account, question and documents. */
export interface Given {
  readonly account?: Partial<Account>;
  readonly usage?: UsageMatrix;
  readonly activity?: AccountActivity;
  readonly context?: DecisionContext;
  readonly draft?: Draft;
}

/** The facts at NOW. */
export function factsOf({
  account,
  usage = {},
  activity = {},
  context = IN_APP,
  draft = {},
}: Given): FactSet {
  const snapshot = { account: anAccount(account), usage, activity, version: 1 };
  return aRelease(draft).buildFacts(snapshot, context, NOW);
}

/** A fact's value, `stale`, or undefined when it is absent. */
export function factOf(name: string, given: Given): unknown {
  const { values, stale } = factsOf(given);
  return stale.has(name) ? 'stale' : values.get(name);
}

/** A capacity add-on of five seats, and an add-on that brings `sso`. */
export const CAPACITY: Draft = {
  offer: [
    offer('seat-pack', { kind: 'CAPACITY', plan: undefined, adds: { seats: 5 } }),
    offer('sso-add-on', { kind: 'ADD_ON', plan: undefined, features: ['sso'] }),
  ],
};
