/** Decides, inside a transaction, which changes of a batch may be written. */
import type { AccountWrite } from '../../application/ports';
import { type StoredKey, keyText } from './key-text';
import { knownIds } from './known-ids';
import { rowsByKeys } from './multi-row';
import type { SqlSession } from './sql-database';

/**
 * A change is admissible when its expected version stands, it is the first of its account in the batch, and none of
 * its event ids was recorded before or appears earlier in the batch. The accounts stay locked until the commit.
 */
export async function admissibleWrites(
  session: SqlSession,
  changes: readonly AccountWrite[],
): Promise<ReadonlySet<AccountWrite>> {
  const versions = await lockedVersions(session, changes);
  const usageIds = await recorded(session, 'usage_event', changes);
  const accountEventIds = await recorded(session, 'account_event', changes);
  const admissible = new Set<AccountWrite>();
  for (const change of changes) {
    const fresh = areFresh(change.usageEvents, usageIds) && areFresh(change.accountEvents, accountEventIds);
    if (!fresh || versions.get(change.accountId) !== change.expectedVersion) continue;
    versions.delete(change.accountId);
    change.usageEvents.forEach((event) => usageIds.add(event.id));
    change.accountEvents.forEach((event) => accountEventIds.add(event.id));
    admissible.add(change);
  }
  return admissible;
}

/** Version by account id; 0 where there is none. */
async function lockedVersions(
  session: SqlSession,
  changes: readonly AccountWrite[],
): Promise<Map<string, number>> {
  const ids = [...new Set(changes.map((change) => change.accountId))];
  const lock = session.dialect === 'mysql' ? ' ORDER BY id FOR UPDATE' : '';
  const select = 'SELECT id, version FROM account WHERE id';
  const rows = await rowsByKeys<{ id: StoredKey; version: number }>(session, select, ids.sort(), lock);
  const versions = new Map(ids.map((id) => [id, 0]));
  rows.forEach((row) => versions.set(keyText(row.id), row.version));
  return versions;
}

async function recorded(
  session: SqlSession,
  table: 'usage_event' | 'account_event',
  changes: readonly AccountWrite[],
): Promise<Set<string>> {
  const events = changes.flatMap((change): readonly { readonly id: string }[] =>
    table === 'usage_event' ? change.usageEvents : change.accountEvents,
  );
  return new Set(await knownIds(session, table, [...new Set(events.map((event) => event.id))]));
}

function areFresh(events: readonly { readonly id: string }[], taken: ReadonlySet<string>): boolean {
  const ids = new Set(events.map((event) => event.id));
  return ids.size === events.length && events.every((event) => !taken.has(event.id));
}
