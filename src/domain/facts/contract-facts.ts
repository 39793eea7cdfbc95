/** Builds the facts of the contract: its term and how far off the renewal is. */
import type { Account } from '../accounts/account';
import type { FactDraft } from './fact-draft';
import { daysUntil } from './whole-days';

/** Puts `contract.*`; nothing for an account without a contract. */
export function putContractFacts(draft: FactDraft, { contract }: Account): void {
  if (contract === undefined) return;
  draft.put('contract.term', contract.term);
  if (contract.renewsAt === undefined) return;
  draft.put('contract.renewsAt', contract.renewsAt);
  draft.put('contract.daysToRenewal', daysUntil(contract.renewsAt, draft.now));
}
