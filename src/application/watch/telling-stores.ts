/** Stores that tell of what they wrote, so that whoever writes an account need not know who watches it. */
import type { AccountStore } from '../ports';
import type { ResponseStore } from '../respond/response-ports';

/** Called after the commit, with the accounts that changed. */
export type Tell = (accountIds: readonly string[]) => void;

/** Tells of every account that was written; conflicts changed nothing. */
export function tellingAccounts(store: AccountStore, tell: Tell): AccountStore {
  return {
    load: (ids) => store.load(ids),
    knownUsageEvents: (ids) => store.knownUsageEvents(ids),
    knownAccountEvents: (ids) => store.knownAccountEvents(ids),
    usageEvents: (...asked) => store.usageEvents(...asked),
    write: async (change) => {
      const written = await store.write(change);
      if (written === 'written') tell([change.accountId]);
      return written;
    },
    writeMany: async (changes) => {
      const written = await store.writeMany(changes);
      tell(changes.filter((_, index) => written[index] === 'written').map(({ accountId }) => accountId));
      return written;
    },
  };
}

/** Tells of every account an answer was recorded for; a replay changed nothing. */
export function tellingResponses(store: ResponseStore, tell: Tell): ResponseStore {
  return {
    forgetKeys: (now, limit) => store.forgetKeys(now, limit),
    record: async (recording) => {
      const outcome = await store.record(recording);
      if (outcome.kind === 'recorded') tell([recording.accountId]);
      return outcome;
    },
  };
}

/** Waits for `seen` after every handoff that was taken on, so that the next decision knows of it. */
export function tellingHandoffs(store: ResponseStore, seen: () => Promise<void>): ResponseStore {
  return {
    forgetKeys: (now, limit) => store.forgetKeys(now, limit),
    record: async (recording) => {
      const outcome = await store.record(recording);
      if (outcome.kind === 'recorded' && recording.handoffs?.kind === 'taken') await seen();
      return outcome;
    },
  };
}
