/** Shows one document as it would be published now, with the version that an edit must name. */
import type { DocumentKind } from '../../domain/documents/document-kind';
import { parseDocumentText } from '../../domain/documents/parse-document-text';
import type { Problem } from '../../domain/documents/problem';
import type { DraftStore } from './draft-ports';

/** A document and where it stands. */
export interface DraftDocumentView {
  readonly kind: DocumentKind;
  readonly key: string;
  /** What saving and deleting must name. */
  readonly version: number;
  /** With its defaults; null where it is to be deleted, was deleted, or can't be read. */
  readonly document: object | null;
  /** As it stands in its file; null where it is to be deleted or was deleted. */
  readonly text: string | null;
  /** Why it can't be read; empty where it can. */
  readonly problems: readonly Problem[];
  /** null unless it is pending. */
  readonly savedBy: string | null;
  /** RFC 3339; null unless it is pending. */
  readonly savedAt: string | null;
}

/** null when there never was such a document. */
export async function readDraftDocument(
  drafts: Pick<DraftStore, 'document'>,
  kind: DocumentKind,
  key: string,
): Promise<DraftDocumentView | null> {
  const { version, text, pending } = await drafts.document(kind, key);
  if (version === 0) return null;
  const read = text === null ? null : parseDocumentText(kind, text);
  const isRead = read !== null && 'document' in read;
  return {
    kind,
    key,
    version,
    text,
    document: isRead ? read.document : null,
    problems: read === null || isRead ? [] : read.problems,
    savedBy: pending?.savedBy ?? null,
    savedAt: pending?.savedAt ?? null,
  };
}
