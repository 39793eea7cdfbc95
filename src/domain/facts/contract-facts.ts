/** Builds the facts of the contract: its term and how far off the renewal is. */
import type { Account } from '../accounts/account';
import type { FactDraft, FactSlots } from './fact-draft';
import { daysUntil } from './whole-days';

/** The declared facts of contracts. */
export type ContractSlots = ReturnType<typeof contractSlots>;

/** Looks the facts of contracts up, once per release. */
export function contractSlots(slots: FactSlots) {
  return {
    term: slots.get('contract.term'),
    renewsAt: slots.get('contract.renewsAt'),
    daysToRenewal: slots.get('contract.daysToRenewal'),
  };
}

/** Puts `contract.*`; nothing for an account without a contract. */
export function putContractFacts(draft: FactDraft, { contract }: Account, slots: ContractSlots): void {
  if (contract === undefined) return;
  draft.fill(slots.term, contract.term);
  if (contract.renewsAt === undefined) return;
  draft.fill(slots.renewsAt, contract.renewsAt);
  draft.fill(slots.daysToRenewal, daysUntil(contract.renewsAt, draft.now));
}
