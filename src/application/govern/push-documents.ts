/** Brings a whole set of documents into the draft, so that it can be looked at, approved and published. */
import type { Actor } from '../../domain/audit/actor';
import type { DocumentSet } from '../../domain/documents/document-set';
import { nameOf } from '../../domain/drafts/pending-document';
import type { Clock, Hasher } from '../ports';
import type { DraftChange, DraftStore } from './draft-ports';
import type { Overtaken } from './govern-results';
import type { ReadDraft } from './read-draft';
import { editConflict } from './save-document';
import { storedDocuments } from './stored-documents';

/** What to bring, and who does it. */
export interface PushRequest {
  readonly documents: DocumentSet;
  readonly actor: Actor;
  /** Whether documents that the set does not have are to be deleted. */
  readonly prune: boolean;
  readonly reason: string | null;
}

/** What came of it: `kind/key` of what was saved, deleted, and left although the set does not have it. */
export type PushOutcome =
  | {
      readonly saved: readonly string[];
      readonly deleted: readonly string[];
      readonly left: readonly string[];
    }
  | { readonly error: Overtaken };

interface PushPorts {
  readonly drafts: Pick<DraftStore, 'document' | 'edit'>;
  readonly hasher: Hasher;
  readonly clock: Clock;
}

/** All or nothing. The set is expected to be free of errors; publishing checks it anyway. */
export class PushDocuments {
  constructor(
    private readonly ports: PushPorts,
    private readonly reading: ReadDraft,
  ) {}

  async execute({ documents, actor, prune, reason }: PushRequest): Promise<PushOutcome> {
    const { stored: current } = await this.reading.execute();
    const wanted = storedDocuments(documents, this.ports.hasher);
    const hashes = new Map(current.map((document) => [nameOf(document), document.hash]));
    const names = new Set(wanted.map(nameOf));
    const saved = wanted.filter((document) => hashes.get(nameOf(document)) !== document.hash);
    const gone = current.filter((document) => !names.has(nameOf(document)));
    const deleted = prune ? gone.map(({ kind, key }) => ({ kind, key, text: null, hash: null })) : [];
    const changes = await this.expecting([...saved, ...deleted]);
    if (changes.length > 0) {
      const now = this.ports.clock.now();
      const outcome = await this.ports.drafts.edit({ changes, actor, now, reason });
      if (outcome.kind === 'conflict') return { error: editConflict(outcome) };
    }
    return { saved: saved.map(nameOf), deleted: deleted.map(nameOf), left: prune ? [] : gone.map(nameOf) };
  }

  private async expecting(
    changes: readonly Omit<DraftChange, 'expectedVersion'>[],
  ): Promise<readonly DraftChange[]> {
    const expecting: DraftChange[] = [];
    for (const { kind, key, text, hash } of changes) {
      const found = await this.ports.drafts.document(kind, key);
      const expectedVersion = found.text === null ? null : found.version;
      expecting.push({ kind, key, text, hash, expectedVersion });
    }
    return expecting;
  }
}
