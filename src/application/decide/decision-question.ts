/** Describes what is asked about one account, and the one way in which that can fail. */
import type { DecisionContext } from '../../domain/decisions/decision';

/** A question to decide. */
export interface DecisionQuestion {
  readonly accountId: string;
  /** The person who looks; null: the account counts as the user. */
  readonly userId: string | null;
  readonly context: DecisionContext;
  /** At most so many offers or notifications; not negative. */
  readonly first: number;
}

/** The expected failure: there is no account of this id. */
export interface AccountNotFound {
  readonly failure: 'ACCOUNT_NOT_FOUND';
}
