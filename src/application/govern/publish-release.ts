/** Publishes a set of documents as the next release, if every check lets it. */
import { checkSteps } from '../../domain/checks/check-documents';
import type { QuarantinedDocument } from '../../domain/documents/build-document-set';
import type { DocumentSet } from '../../domain/documents/document-set';
import { hasErrors } from '../../domain/documents/found';
import { findingsOf, type Finding } from '../../domain/documents/keyed-document';
import type { StoredDocument } from '../../domain/documents/release';
import { releaseHash } from '../../domain/documents/release-hash';
import type { ReleaseCompiler } from '../decide/release-compiler';
import { inSlices, type Turns } from '../in-slices';
import type { Clock, Hasher, ReleaseStore } from '../ports';
import { storedSteps } from './stored-documents';

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

/** What publishing needs of the world. */
export interface PublishPorts {
  readonly store: Pick<ReleaseStore, 'append'>;
  readonly hasher: Hasher;
  readonly clock: Clock;
  readonly turns: Turns;
}

/**
 * Checks, hashes and appends; all or nothing, and between requests. What is checked is what was read back from the bytes that
 * are stored, so that the compiler knows all of it when the release is loaded.
 */
export class PublishRelease {
  constructor(
    private readonly ports: PublishPorts,
    private readonly compiler: ReleaseCompiler,
  ) {}

  async execute(request: PublishRequest): Promise<PublishOutcome> {
    const { store, hasher, clock } = this.ports;
    const documents = await inSlices(storedSteps(request.documents, hasher), this.ports.turns);
    const findings = await this.check(documents);
    if (hasErrors(findings.map(({ problem }) => problem))) return { outcome: 'refused', findings };
    const hash = releaseHash(documents, (text) => hasher.sha256(text));
    const { message, publishedBy, expectedCurrent } = request;
    const publishedAt = new Date(clock.now()).toISOString();
    const appended = await store.append(
      { hash, message, publishedBy, publishedAt, documents },
      expectedCurrent,
    );
    if (appended === 'conflict') return { outcome: 'conflict' };
    return { outcome: 'published', number: expectedCurrent + 1, hash, findings };
  }

  private async check(stored: readonly StoredDocument[]): Promise<readonly Finding[]> {
    const { tools, parts } = this.compiler;
    const texts = new Map(stored.map(({ hash, text }) => [hash, text]));
    const read = await inSlices(this.compiler.begin(stored).steps(texts), this.ports.turns);
    const findings = await inSlices(checkSteps(read.documents, tools, parts.checks), this.ports.turns);
    return [...read.quarantined.flatMap(unreadable), ...findings];
  }
}

/** Documents are written as they are read; one that is not must not reach the replicas. */
function unreadable(document: QuarantinedDocument): readonly Finding[] {
  return findingsOf(document, document.problems);
}
