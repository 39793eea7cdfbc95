/** Builds the facts of one evaluation from an account, the question and the clock: pure, and the same every time. */
import type { AccountSnapshot } from '../accounts/account-snapshot';
import type { DecisionContext } from '../decisions/decision';
import type { DocumentSet } from '../documents/document-set';
import type { PolicyDocument } from '../documents/kinds/policy-document';
import type { GrowingFacts } from '../rules/fact-set';
import { FactOrder } from '../rules/fact-table';
import { accountSlots, putAccountFacts } from './account-facts';
import { attributeSlots, putAttributeFacts } from './attribute-facts';
import { contextSlots, putContextFacts } from './context-facts';
import { contractSlots, putContractFacts } from './contract-facts';
import type { FactCatalogue } from './fact-catalogue';
import { FactDraft, factSlots } from './fact-draft';
import { healthSlots, putHealthFacts } from './health-facts';
import { PlanIndex } from './plan-index';
import { putUsageFacts, usageSlots } from './usage-facts';

/** Builds facts; `now` is in milliseconds since the epoch. */
export type FactBuilder = (snapshot: AccountSnapshot, context: DecisionContext, now: number) => GrowingFacts;

/** Makes a builder ready for one release. It holds every fact the catalogue declares and the account knows, nothing else. */
export function compileFactBuilder(
  documents: Pick<DocumentSet, 'plan' | 'offer' | 'metric'>,
  catalogue: FactCatalogue,
  policy: Pick<PolicyDocument, 'staleAfterDays'>,
): FactBuilder {
  const slots = factSlots(catalogue);
  const order = new FactOrder(slots.keys());
  const plans = new PlanIndex(documents);
  const { health: healthDays, usage: usageDays } = policy.staleAfterDays;
  const clock = slots.get('now');
  const account = accountSlots(slots);
  const contract = contractSlots(slots);
  const health = healthSlots(slots, healthDays);
  const usage = usageSlots(documents, slots, plans, usageDays);
  const context = contextSlots(slots);
  const attributes = attributeSlots(slots);
  return (snapshot, asked, now) => {
    const draft = new FactDraft(order, now);
    draft.fill(clock, new Date(now).toISOString());
    putAccountFacts(draft, snapshot, account, plans);
    putContractFacts(draft, snapshot.account, contract);
    putHealthFacts(draft, snapshot.account, health);
    putUsageFacts(draft, snapshot, usage, plans);
    putContextFacts(draft, asked, snapshot.account, context, plans);
    putAttributeFacts(draft, snapshot.account, attributes);
    return draft.finish();
  };
}
