/** Reads the history of an account as decisions read it. */
import type { OpenDatabase } from '../../src/adapters/persistence/open-database';
import type { History } from '../../src/domain/responses/history';

/** The empty history for an account that was never shown anything. Throws where there is no such account. */
export async function storedHistory(
  { subjects }: Pick<OpenDatabase, 'subjects'>,
  accountId: string,
): Promise<History> {
  const found = await subjects.find(accountId);
  if (found === null) throw new Error(`There is no account ${accountId}.`);
  return subjects.read(found).history;
}
