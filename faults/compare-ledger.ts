/** Compares a ledger with the three tables that one answer is written to. */
import { openSql } from '../src/adapters/persistence/open-sql';
import type { History } from '../src/domain/responses/history';
import type { FaultOutcome } from './fault';
import type { Ledger } from './ledger';

const ENTRIES = "SELECT user_id AS id FROM response_entry WHERE kind = 'DECLINED'";
/** Those of the answers that a ledger is kept of; other calls have keys of their own. */
const KEYS = "SELECT idempotency_key AS id FROM idempotency_key WHERE idempotency_key LIKE 'user-%'";
const HISTORIES = 'SELECT history FROM account_history';

/** How often each id is found. */
type Count = ReadonlyMap<string, number>;

/** Reads everything, so the service may be gone by then. */
export async function compareLedger(
  url: string,
  ledger: Ledger,
): Promise<Pick<FaultOutcome, 'acknowledged' | 'lost' | 'doubled' | 'halfDone'>> {
  const tables = await readTables(url);
  const ids = new Set([...ledger.acknowledged.keys(), ...tables.flatMap((table) => [...table.keys()])]);
  let [lost, doubled, halfDone] = [0, 0, 0];
  for (const id of ids) {
    const counts = tables.map((table) => table.get(id) ?? 0);
    const missing = counts.includes(0);
    if (missing && ledger.acknowledged.has(id)) lost += 1;
    if (missing && counts.some((count) => count > 0)) halfDone += 1;
    if (counts.some((count) => count > 1) || ledger.disagreements.has(id)) doubled += 1;
  }
  return { acknowledged: ledger.acknowledged.size, lost, doubled, halfDone };
}

async function readTables(url: string): Promise<readonly Count[]> {
  const database = await openSql(url);
  try {
    const entries = await database.all<{ id: string }>(ENTRIES, []);
    const keys = await database.all<{ id: string | Uint8Array }>(KEYS, []);
    const histories = await database.all<{ history: string }>(HISTORIES, []);
    const answered = histories.flatMap(({ history }) => answeredUsers(JSON.parse(history) as History));
    return [entries.map(({ id }) => id), keys.map(({ id }) => Buffer.from(id).toString()), answered].map(
      counted,
    );
  } finally {
    await database.close();
  }
}

function answeredUsers({ prompts }: History): string[] {
  return prompts.filter(({ answer }) => answer?.kind === 'DECLINED').map(({ userId }) => String(userId));
}

function counted(ids: readonly string[]): Count {
  const counts = new Map<string, number>();
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}
