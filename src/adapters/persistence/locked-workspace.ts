/** Locks the one row of pending changes until the end of a transaction, and replaces it. */
import { EMPTY_WORKSPACE, type Workspace } from '../../domain/drafts/workspace';
import type { SqlReader, SqlSession } from './sql-database';
import type { WorkspaceRow } from './tables/workspace-table';
import { StaleLook } from './transient-error';

const SELECT = 'SELECT revision, state FROM workspace WHERE id = 1';
const UPDATE = 'UPDATE workspace SET revision = ?, state = ? WHERE id = 1 AND revision = ?';

/** Without a lock: what replicas poll. */
export async function readWorkspace(reader: SqlReader): Promise<Workspace> {
  return workspaceOf(await reader.all<WorkspaceRow>(SELECT, []));
}

/** Whoever changes documents or publishes waits here for the one before. SQLite has one writer anyway. */
export async function lockedWorkspace(session: SqlSession): Promise<Workspace> {
  const lock = session.dialect === 'mysql' ? ' FOR UPDATE' : '';
  return workspaceOf(await session.all<WorkspaceRow>(SELECT + lock, []));
}

/** Of the one that was locked; compared although it is, for clusters that certify only at the commit. */
export async function replaceWorkspace(
  session: SqlSession,
  locked: Workspace,
  { revision, ...state }: Workspace,
): Promise<void> {
  const changed = await session.run(UPDATE, [revision, JSON.stringify(state), locked.revision]);
  if (changed !== 1) throw new StaleLook('The workspace moved within a transaction.');
}

function workspaceOf([row]: readonly WorkspaceRow[]): Workspace {
  if (row === undefined) return EMPTY_WORKSPACE;
  const state = JSON.parse(row.state) as Partial<Workspace>;
  return { ...EMPTY_WORKSPACE, ...state, revision: row.revision };
}
