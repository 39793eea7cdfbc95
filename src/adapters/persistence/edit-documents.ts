/** Saves and deletes documents within a transaction, each where it is still at the version that its author saw. */
import type { AuditRecord } from '../../domain/audit/audit-entry';
import type {
  DraftChange,
  DraftDocument,
  DraftEdit,
  EditOutcome,
} from '../../application/govern/draft-ports';
import { nameOf, type PendingDocument } from '../../domain/drafts/pending-document';
import type { Workspace } from '../../domain/drafts/workspace';
import { draftRow, FIRST_VERSION, putDraftRow } from './draft-rows';
import { latestNumber } from './insert-release';
import { keyText, type StoredKey } from './key-text';
import type { SqlReader, SqlSession } from './sql-database';

const SELECT_PUBLISHED =
  'SELECT listed.hash, stored.canonical_text FROM release_document AS listed JOIN document AS stored ' +
  'ON stored.hash = listed.hash WHERE listed.release_number = ? AND listed.kind = ? AND listed.document_key = ?';

interface PublishedRow {
  readonly hash: StoredKey;
  readonly canonical_text: string;
}

type Named = Pick<PendingDocument, 'kind' | 'key'>;

/** A document with what is in force of it. */
interface Found extends DraftDocument {
  readonly publishedHash: string | null;
  readonly hasRow: boolean;
}

type Edited =
  | Extract<EditOutcome, { kind: 'conflict' }>
  | (Extract<EditOutcome, { kind: 'edited' }> & { readonly audit: readonly AuditRecord[] });

/** A document as it would be published on top of this release. */
export async function draftDocument(
  reader: SqlReader,
  release: number,
  document: Named,
): Promise<DraftDocument> {
  const { version, text, pending } = await find(reader, release, document);
  return { version, text, pending };
}

/** All or none; the caller holds the workspace `locked`, and rolls back or leaves nothing where one is refused. */
export async function editDocuments(
  session: SqlSession,
  edit: DraftEdit,
  locked: Workspace,
): Promise<Edited> {
  const release = await latestNumber(session);
  const found: Found[] = [];
  for (const change of edit.changes) {
    const document = await find(session, release, change);
    if (!isExpected(change, document)) return { kind: 'conflict', of: change, found: document };
    found.push(document);
  }
  const versions: number[] = [];
  for (const [at, document] of found.entries()) {
    const change = edit.changes[at];
    if (change !== undefined) versions.push(await write(session, edit, change, document));
  }
  return {
    kind: 'edited',
    versions,
    audit: [...found.flatMap(toRecords(edit)), ...unscheduled(edit, locked)],
  };
}

async function find(reader: SqlReader, release: number, document: Named): Promise<Found> {
  const row = await draftRow(reader, document);
  const [published] = await reader.all<PublishedRow>(SELECT_PUBLISHED, [
    release,
    document.kind,
    document.key,
  ]);
  const pending = row?.pending ?? null;
  return {
    version: row?.version ?? (published === undefined ? 0 : FIRST_VERSION),
    text: pending === null ? (published?.canonical_text ?? null) : pending.text,
    pending,
    publishedHash: published === undefined ? null : keyText(published.hash),
    hasRow: row !== undefined,
  };
}

function isExpected({ expectedVersion }: DraftChange, { version, text }: Found): boolean {
  return expectedVersion === null ? text === null : text !== null && version === expectedVersion;
}

/** What is as published again is no longer pending. Answers the new version. */
async function write(
  session: SqlSession,
  { actor, now }: DraftEdit,
  { kind, key, text, hash }: DraftChange,
  { version: before, publishedHash, hasRow }: Found,
): Promise<number> {
  const version = before + 1;
  const savedAt = new Date(now).toISOString();
  const saved = { kind, key, version, text, hash, baseHash: publishedHash, savedBy: actor.name, savedAt };
  const pending = hash === publishedHash ? null : saved;
  await putDraftRow(session, { kind, key }, { version, pending }, hasRow);
  return version;
}

function toRecords({ changes, actor, now, reason }: DraftEdit) {
  return ({ text: before }: Found, at: number): readonly AuditRecord[] => {
    const change = changes[at];
    if (change === undefined) return [];
    const action = change.text === null ? 'DOCUMENT_DELETED' : 'DOCUMENT_SAVED';
    const [subject, after] = [nameOf(change), change.text];
    return [{ at: new Date(now).toISOString(), actor, action, subject, reason, before, after }];
  };
}

function unscheduled({ actor, now }: DraftEdit, { schedule }: Workspace): readonly AuditRecord[] {
  if (schedule === null) return [];
  const reason = 'The pending changes were changed.';
  const before = JSON.stringify(schedule);
  const at = new Date(now).toISOString();
  return [{ at, actor, action: 'SCHEDULE_CANCELLED', subject: 'draft', reason, before, after: null }];
}
