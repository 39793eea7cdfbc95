/** Publishes a set of documents as the next release, if every check lets it. */
import type { CheckTools } from '../../domain/checks/check';
import { checkDocuments } from '../../domain/checks/check-documents';
import { documentsOf } from '../../domain/documents/build-document-set';
import { canonicalText } from '../../domain/documents/canonical-text';
import type { DocumentSet } from '../../domain/documents/document-set';
import { hasErrors } from '../../domain/documents/found';
import type { Finding } from '../../domain/documents/keyed-document';
import type { StoredDocument } from '../../domain/documents/release';
import { releaseHash } from '../../domain/documents/release-hash';
import type { Clock, Hasher, ReleaseStore } from '../ports';

/** Who publishes and why, and on top of which release. */
export interface PublishRequest {
  readonly documents: DocumentSet;
  readonly message: string;
  readonly publishedBy: string;
  /** Number of the release that the author saw; 0 before the first. */
  readonly expectedCurrent: number;
}

/**
 * `refused`: at least one finding is an error, nothing was written. `conflict`: another release was published meanwhile.
 * Findings of a published release are warnings.
 */
export type PublishOutcome =
  | {
      readonly outcome: 'published';
      readonly number: number;
      readonly hash: string;
      readonly findings: readonly Finding[];
    }
  | { readonly outcome: 'refused'; readonly findings: readonly Finding[] }
  | { readonly outcome: 'conflict' };

/** Checks, hashes and appends; all or nothing. */
export class PublishRelease {
  constructor(
    private readonly store: ReleaseStore,
    private readonly hasher: Hasher,
    private readonly clock: Clock,
    private readonly tools: CheckTools,
  ) {}

  async execute(request: PublishRequest): Promise<PublishOutcome> {
    const findings = checkDocuments(request.documents, this.tools);
    if (hasErrors(findings.map(({ problem }) => problem))) return { outcome: 'refused', findings };
    const documents = this.stored(request.documents);
    const hash = releaseHash(documents, (text) => this.hasher.sha256(text));
    const { message, publishedBy, expectedCurrent } = request;
    const publishedAt = new Date(this.clock.now()).toISOString();
    const appended = await this.store.append(
      { hash, message, publishedBy, publishedAt, documents },
      expectedCurrent,
    );
    if (appended === 'conflict') return { outcome: 'conflict' };
    return { outcome: 'published', number: expectedCurrent + 1, hash, findings };
  }

  private stored(set: DocumentSet): StoredDocument[] {
    return documentsOf(set).map(({ kind, key, document }) => {
      const text = canonicalText(kind, document);
      return { kind, key, text, hash: this.hasher.sha256(text) };
    });
  }
}
