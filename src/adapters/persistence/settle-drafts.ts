/** Takes what a release published out of what is pending, and counts the versions of what it changed otherwise. */
import type { DocumentKind } from '../../domain/documents/document-kind';
import { nameOf } from '../../domain/drafts/pending-document';
import { type DraftRow, draftRows, FIRST_VERSION, putDraftRow } from './draft-rows';
import { type StoredKey, keyText } from './key-text';
import type { SqlSession } from './sql-database';

const LISTED_ONLY_IN =
  'SELECT one.kind, one.document_key, one.hash FROM release_document AS one WHERE one.release_number = ? AND NOT EXISTS ' +
  '(SELECT 1 FROM release_document AS other WHERE other.release_number = ? AND other.kind = one.kind ' +
  'AND other.document_key = one.document_key AND other.hash = one.hash)';

interface ListedRow {
  readonly kind: StoredKey;
  readonly document_key: StoredKey;
  readonly hash: StoredKey;
}

interface Changed {
  readonly kind: DocumentKind;
  readonly key: string;
  /** null: the release no longer has it. */
  readonly hash: string | null;
}

/**
 * `number` is the release that was just written. What is pending otherwise than it was published stays pending. Answers
 * whether anything does.
 */
export async function settleDrafts(session: SqlSession, number: number): Promise<boolean> {
  const rows = new Map(await draftRows(session));
  for (const document of number > 1 ? await changedBy(session, number) : []) {
    const row = rows.get(nameOf(document));
    const settled = settledRow(row, document);
    if (settled === null) continue;
    await putDraftRow(session, document, settled, row !== undefined);
    rows.set(nameOf(document), settled);
  }
  return [...rows.values()].some(({ pending }) => pending !== null);
}

/** null: it stays as it is, because it is pending otherwise. What was pending was counted when it was saved. */
function settledRow(row: DraftRow | undefined, { hash }: Changed): DraftRow | null {
  const { version, pending } = row ?? { version: FIRST_VERSION, pending: null };
  if (pending === null) return { version: version + 1, pending: null };
  return pending.hash === hash ? { version, pending: null } : null;
}

/** Documents that the release before has otherwise, or not at all, and those that it has alone. */
async function changedBy(session: SqlSession, number: number): Promise<readonly Changed[]> {
  const come = await session.all<ListedRow>(LISTED_ONLY_IN, [number, number - 1]);
  const gone = await session.all<ListedRow>(LISTED_ONLY_IN, [number - 1, number]);
  const changed = new Map(gone.map((row) => changedOf(row, null)));
  for (const row of come) changed.set(...changedOf(row, keyText(row.hash)));
  return [...changed.values()];
}

function changedOf({ kind, document_key }: ListedRow, hash: string | null): [string, Changed] {
  const document = { kind: keyText(kind) as DocumentKind, key: keyText(document_key), hash };
  return [nameOf(document), document];
}
