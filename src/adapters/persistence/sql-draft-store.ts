/** Keeps what is pending of the documents, and publishes it; every change holds the workspace and is audited with it. */
import type {
  AppendOutcome,
  Draft,
  DraftDocument,
  DraftEdit,
  DraftStore,
  EditOutcome,
  GovernedCall,
  GovernedRelease,
  WorkspaceChange,
} from '../../application/govern/draft-ports';
import type { AuditTools } from '../../domain/audit/audit-chain';
import type { DocumentKind } from '../../domain/documents/document-kind';
import { inReleaseOrder } from '../../domain/documents/release-hash';
import { changedBy, type Workspace } from '../../domain/drafts/workspace';
import { appendAudit } from './append-audit';
import { draftDocument, editDocuments } from './edit-documents';
import { pendingRows } from './draft-rows';
import { earlierAnswer, keepAnswer } from './governed-answers';
import { insertRelease, latestNumber } from './insert-release';
import { lockedWorkspace, readWorkspace, replaceWorkspace } from './locked-workspace';
import type { SqlDatabase, SqlSession } from './sql-database';

/** `audit` is what the audit log is chained and sealed with. */
export class SqlDraftStore implements DraftStore {
  constructor(
    private readonly database: SqlDatabase,
    private readonly audit: AuditTools,
  ) {}

  async read(): Promise<Draft> {
    const { workspace, found } = await this.undisturbed(async () => ({
      release: await latestNumber(this.database),
      pending: inReleaseOrder(await pendingRows(this.database)),
    }));
    return { workspace, ...found };
  }

  workspace(): Promise<Workspace> {
    return readWorkspace(this.database);
  }

  async document(kind: DocumentKind, key: string): Promise<DraftDocument> {
    const { found } = await this.undisturbed(async () =>
      draftDocument(this.database, await latestNumber(this.database), { kind, key }),
    );
    return found;
  }

  edit(edit: DraftEdit): Promise<EditOutcome> {
    return this.database.transaction(async (session) => {
      const locked = await lockedWorkspace(session);
      const edited = await editDocuments(session, edit, locked);
      if (edited.kind === 'conflict') return edited;
      await replaceWorkspace(session, locked, changedBy(locked, edit.actor));
      await appendAudit(session, edited.audit, this.audit);
      return { kind: 'edited', versions: edited.versions };
    });
  }

  arrange({ expectedRevision, workspace, audit }: WorkspaceChange): Promise<boolean> {
    return this.database.transaction(async (session) => {
      const locked = await lockedWorkspace(session);
      if (locked.revision !== expectedRevision) return false;
      await replaceWorkspace(session, locked, workspace);
      if (audit !== null) await appendAudit(session, [audit], this.audit);
      return true;
    });
  }

  append(governed: GovernedRelease): Promise<AppendOutcome> {
    return this.database.recognisingTransaction((session) => this.publish(session, governed));
  }

  earlier(call: GovernedCall): Promise<AppendOutcome | null> {
    return earlierAnswer(this.database, call);
  }

  /**
   * Several reads that belong together, without a lock that editors would wait for: whatever changes something raises the
   * revision, so they are made again until it stayed the same.
   */
  private async undisturbed<Found>(
    look: () => Promise<Found>,
  ): Promise<{ readonly workspace: Workspace; readonly found: Found }> {
    let before = await this.workspace();
    for (;;) {
      const found = await look();
      const after = await this.workspace();
      if (after.revision === before.revision) return { workspace: after, found };
      before = after;
    }
  }

  private async publish(session: SqlSession, governed: GovernedRelease): Promise<AppendOutcome> {
    const { release, expectedCurrent, expectedRevision, call, audit } = governed;
    const locked = await lockedWorkspace(session);
    const earlier = call === null ? null : await earlierAnswer(session, call);
    if (earlier !== null) return earlier;
    const isOutdated =
      locked.revision !== expectedRevision || (await latestNumber(session)) !== expectedCurrent;
    if (isOutdated) return { kind: 'conflict' };
    const number = expectedCurrent + 1;
    await insertRelease(session, release, number, locked);
    await appendAudit(session, [{ ...audit, subject: `release/${number}` }], this.audit);
    if (call !== null) await keepAnswer(session, call, number, release.publishedAt);
    return { kind: 'appended', number };
  }
}
