/** Reads what is pending together with the release that it changes. */
import type { DocumentSet } from '../../domain/documents/document-set';
import type { ReadDocuments } from '../../domain/documents/document-memory';
import type { StoredDocument } from '../../domain/documents/release';
import { withPending } from '../../domain/drafts/pending-document';
import type { ReleaseCompiler } from '../decide/release-compiler';
import { inSlices, type Turns } from '../in-slices';
import type { ReleaseStore } from '../ports';
import type { Draft, DraftStore } from './draft-ports';

/** The draft with its documents. */
export interface DraftReading {
  readonly draft: Draft;
  /** Documents of the release in force. */
  readonly inForce: readonly StoredDocument[];
  /** As they would be published now. */
  readonly stored: readonly StoredDocument[];
}

/** Nothing is kept here but what the compiler remembers of single documents. */
export class ReadDraft {
  constructor(
    private readonly drafts: Pick<DraftStore, 'read'>,
    private readonly releases: Pick<ReleaseStore, 'byNumber'>,
    private readonly compiler: ReleaseCompiler,
    private readonly turns: Turns,
  ) {}

  /** Releases never change, so that the second read belongs to the first. */
  async execute(): Promise<DraftReading> {
    const draft = await this.drafts.read();
    const release = draft.release === 0 ? null : await this.releases.byNumber(draft.release);
    const inForce = release?.documents ?? [];
    return { draft, inForce, stored: withPending(inForce, draft.pending) };
  }

  /** Documents that can't be read are named and left out. */
  documents(stored: readonly StoredDocument[]): Promise<ReadDocuments> {
    const texts = new Map(stored.map(({ hash, text }) => [hash, text]));
    return inSlices(this.compiler.begin(stored).steps(texts), this.turns);
  }

  /** The documents as they would be published now, as far as they can be read. */
  async set(): Promise<DocumentSet> {
    const { stored } = await this.execute();
    return (await this.documents(stored)).documents;
  }
}
