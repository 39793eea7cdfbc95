/** The world of the decision use cases, in memory: one release, some accounts, a clock that can be set, a log that can be read. */
import { jwtNotificationSigner } from '../../src/adapters/signing/jwt-notification-signer';
import { jwtRecommendationSigner } from '../../src/adapters/signing/jwt-recommendation-signer';
import type { NotificationPorts } from '../../src/application/decide/notifications-for-account';
import type { SubjectReader } from '../../src/application/decide/subject';
import type { DecisionLogEntry } from '../../src/application/ports';
import type { AccountSnapshot } from '../../src/domain/accounts/account-snapshot';
import type { CompiledRelease } from '../../src/domain/decisions/compiled-release';
import type { History } from '../../src/domain/responses/history';
import { NOW } from './decisions-account';
import { MemoryResponses } from './memory-responses';

const SECRET = 'a secret of at least thirty-two characters';

/** Ports with what a test looks at: entries logged, reads made, and a clock to turn. */
export interface TestPorts extends NotificationPorts {
  readonly entries: DecisionLogEntry[];
  readonly reads: string[];
  readonly responses: MemoryResponses;
  /** Sets the clock, in milliseconds since the epoch. */
  turnTo(now: number): void;
}

/** Reads these accounts, each with its history in the store. */
export function subjectsOf(
  snapshots: readonly AccountSnapshot[],
  historyOf: (accountId: string) => History | Promise<History>,
  heard: (accountId: string) => void = () => undefined,
): SubjectReader {
  return {
    subject: async (accountId) => {
      heard(accountId);
      const snapshot = snapshots.find(({ account }) => account.id === accountId);
      if (snapshot === undefined) return null;
      return { snapshot, history: await historyOf(accountId), rememberedAt: null };
    },
  };
}

/** Ports over these accounts; the clock stands at NOW and ids are d1, d2, … */
export function testPorts(release: CompiledRelease, ...snapshots: AccountSnapshot[]): TestPorts {
  const entries: DecisionLogEntry[] = [];
  const reads: string[] = [];
  const responses = new MemoryResponses();
  let now = NOW;
  let ids = 0;
  return {
    entries,
    reads,
    responses,
    handoffs: responses,
    turnTo: (moment) => void (now = moment),
    subjects: subjectsOf(
      snapshots,
      (id) => responses.history(id),
      (id) => void reads.push(id),
    ),
    meter: { decided: () => undefined },
    clock: { now: () => now },
    ids: { next: () => `d${(ids += 1)}` },
    signer: jwtRecommendationSigner(SECRET),
    notificationSigner: jwtNotificationSigner(SECRET),
    log: {
      append: (entry) => void entries.push(entry),
      counts: { waiting: 0, written: 0, dropped: 0 },
      flush: () => Promise.resolve(),
    },
    releases: { current: () => release },
  };
}
