/** Shows the releases that were published, and what each changed. */
import { changesBetween, type DocumentChange } from '../../domain/changes/changes-between';
import { buildDocumentSet } from '../../domain/documents/build-document-set';
import type { Release, StoredDocument } from '../../domain/documents/release';
import { nameOf } from '../../domain/drafts/pending-document';
import type { ReleaseStore } from '../ports';
import type { ReleaseArchive, ReleaseLine } from './release-reader';

/** A page of releases. */
export interface ReleasePage {
  /** Newest first. */
  readonly items: readonly ReleaseLine[];
  readonly hasNextPage: boolean;
  /** How many there are in all. */
  readonly total: number;
}

/** Reads only; releases never change. */
export class ReleaseHistory {
  constructor(private readonly store: ReleaseArchive & Pick<ReleaseStore, 'byNumber' | 'currentNumber'>) {}

  /** At most `limit` releases with a number smaller than `before`; null: from the newest on. */
  async page(before: number | null, limit: number): Promise<ReleasePage> {
    const lines = await this.store.newestFirst(before ?? Number.MAX_SAFE_INTEGER, limit + 1);
    return {
      items: lines.slice(0, limit),
      hasNextPage: lines.length > limit,
      total: await this.store.currentNumber(),
    };
  }

  /** null when there is none of that number. */
  async find(number: number): Promise<ReleaseLine | null> {
    const [line] = await this.store.newestFirst(number + 1, 1);
    return line?.number === number ? line : null;
  }

  /** What a release changed of the one before it; empty for the first, and for a number that there is not. */
  async changes(number: number): Promise<readonly DocumentChange[]> {
    const before = await this.store.byNumber(number - 1);
    const after = before === null ? null : await this.store.byNumber(number);
    return before === null || after === null ? [] : changesOf(before, after);
  }
}

/** Only what differs is read, and the facts, whose units the words need. */
function changesOf(before: Release, after: Release): readonly DocumentChange[] {
  const [one, other] = [before.documents, after.documents];
  const sets = [differing(one, other), differing(other, one)].map((list) => buildDocumentSet(list).documents);
  const [from, to] = sets;
  return from === undefined || to === undefined ? [] : changesBetween(from, to);
}

function differing(
  documents: readonly StoredDocument[],
  others: readonly StoredDocument[],
): readonly StoredDocument[] {
  const hashes = new Map(others.map((document) => [nameOf(document), document.hash]));
  return documents.filter(
    (document) => document.kind === 'fact' || hashes.get(nameOf(document)) !== document.hash,
  );
}
