/** Tells a database that is away, busy or full from a bug: the one passes, the other must be mended. */

/** Faults that pass without a change of ours: the caller may try again. */
const PASSING: ReadonlySet<unknown> = new Set(['DATABASE_BUSY', 'DATABASE_UNREACHABLE', 'DATABASE_FULL']);

/** Faults that say that nothing can be read either. */
const AWAY: ReadonlySet<unknown> = new Set(['DATABASE_BUSY', 'DATABASE_UNREACHABLE']);

/** Whether the fault is the database's and passes by itself; callers get "unavailable" and may try again. */
export function isUnavailable(fault: unknown): boolean {
  return PASSING.has(databaseCode(fault));
}

/** Whether reads fail as well, so that decisions must do with what is remembered. */
export function isDatabaseAway(fault: unknown): boolean {
  return AWAY.has(databaseCode(fault));
}

/** Faults are known by name and code: the room that throws them is not imported from here. */
function databaseCode(fault: unknown): unknown {
  const { name, code } = (fault ?? {}) as { readonly name?: unknown; readonly code?: unknown };
  return name === 'DatabaseFault' ? code : undefined;
}

/** A read that took so long that the database counts as away. */
export class DatabaseOverdue extends Error {
  override readonly name = 'DatabaseFault';
  readonly code = 'DATABASE_UNREACHABLE';

  constructor(budgetMs: number) {
    super(`The database did not answer within ${budgetMs} ms.`);
  }
}
