/** Makes the answers that a load sends: one no of one user each, told apart in every table by the user's id. */
import type { AccountStore } from '../src/application/ports';
import { jwtRecommendationSigner } from '../src/adapters/signing/jwt-recommendation-signer';
import { KEY } from './service-process';

/** Enough that answers to one account are a fraction of the load, few enough that they meet. */
const ACCOUNTS = 500;
const DAY_MS = 86_400_000;

const signer = jwtRecommendationSigner(KEY);
const accountId = (index: number) => `account-${index % ACCOUNTS}`;

/** One answer; `id` is its idempotency key and the id of its user. */
export interface AnswerUnit {
  readonly id: string;
  readonly accountId: string;
  readonly recommendationId: string;
}

/** The accounts that `answerUnit` names. */
export async function writeAccounts(store: AccountStore): Promise<void> {
  await store.writeMany(
    Array.from({ length: ACCOUNTS }, (_, index) => ({
      accountId: accountId(index),
      expectedVersion: 0,
      account: { id: accountId(index), name: 'Acme', status: 'PAYING' as const, plan: 'starter' },
      usage: {},
      activity: {},
      ledgers: new Map(),
      crossings: [],
      usageEvents: [],
      accountEvents: [],
    })),
  );
}

/** The unit with this number, in milliseconds of the service's clock. */
export function answerUnit(index: number, now = Date.now()): AnswerUnit {
  const id = `user-${index}`;
  const recommendationId = signer.sign({
    accountId: accountId(index),
    userId: id,
    offerKey: 'growth-plan',
    release: 1,
    price: { minorUnits: 49_900, currency: 'USD', interval: 'MONTH' },
    treatment: 'specific',
    signal: 'USAGE_LIMIT',
    ruleKey: 'growth-at-seat-limit',
    closeMode: 'SELF_SERVE',
    conversationId: null,
    surface: 'IN_APP',
    crossedAt: null,
    signalAt: null,
    after: null,
    segment: null,
    expiresAt: now + 30 * DAY_MS,
  });
  return { id, accountId: accountId(index), recommendationId };
}
