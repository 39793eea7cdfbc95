/** Holds what every stage of one decision looks at. */
import type { Account } from '../accounts/account';
import type { Past } from '../responses/hold';
import type { FactSet } from '../rules/fact-set';
import type { UsageMatrix } from '../usage/usage-matrix';
import type { CompiledRelease } from './compiled-release';
import type { DecisionContext, MotionAssignment, Readiness } from './decision';

/** One account, asked about once. `facts` already hold `upsellReadiness` and `motion`. */
export interface Situation {
  readonly release: CompiledRelease;
  readonly account: Account;
  readonly usage: UsageMatrix;
  /** The person who looks; null: the account counts as the user. */
  readonly userId: string | null;
  /** What was shown and answered before. */
  readonly past: Past;
  readonly context: DecisionContext;
  readonly facts: FactSet;
  readonly readiness: Readiness;
  readonly motion: MotionAssignment;
}
