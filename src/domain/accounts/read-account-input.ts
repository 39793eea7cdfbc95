/** Reads an account as a caller sends it. */
import type { Account } from './account';
import { accountProblems, type AccountCatalogue } from './account-problems';
import { accountSchema } from './account-schema';
import type { Reading } from './input-problem';
import { readShape } from './read-shape';

/** The caller's own data is passed as it is: null is a value there. */
const OPEN_MEMBERS = new Set(['attributes']);

/**
 * The account with its times in UTC, or every problem. A plan or add-on must be in the published catalogue. What is not
 * stated stays unknown: a paying account without `plan` or `paidSince` is taken, and decisions treat the gap as missing.
 */
export function readAccountInput(input: unknown, catalogue: AccountCatalogue, now: number): Reading<Account> {
  const read = readShape<Account>(accountSchema, input, OPEN_MEMBERS);
  if ('problems' in read) return read;
  const problems = accountProblems(read.value, catalogue, now);
  return problems.length > 0 ? { problems } : read;
}
