/** An editor who changes a word of every offer and publishes, again and again. */
import { setTimeout as wait } from 'node:timers/promises';
import { openDatabase } from '../src/adapters/persistence/open-database';
import { sha256Hasher } from '../src/adapters/runtime/sha256-hasher';
import type { ReleaseStore } from '../src/application/ports';
import { isUnavailable } from '../src/application/unavailability';
import { buildDocumentSet, documentsOf } from '../src/domain/documents/build-document-set';
import { canonicalText } from '../src/domain/documents/canonical-text';
import type { DocumentSet } from '../src/domain/documents/document-set';
import type { StoredDocument } from '../src/domain/documents/release';
import { releaseHash } from '../src/domain/documents/release-hash';

/** Begins after the first pause; `stop` ends it. */
export class SoakEdits {
  published = 0;
  private readonly stopping = new AbortController();
  private readonly work: Promise<void>;

  constructor(
    private readonly databaseUrl: string,
    private readonly everyMs: number,
  ) {
    this.work = this.go();
  }

  /** Throws when a release was not published. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.work;
  }

  private async go(): Promise<void> {
    const { releases, database } = await openDatabase(this.databaseUrl);
    try {
      while (await this.paused()) await this.publishUnlessBusy(releases);
    } finally {
      await database.close();
    }
  }

  private paused(): Promise<boolean> {
    const { signal } = this.stopping;
    return wait(this.everyMs, true, { signal }).catch(() => false);
  }

  /** An editor who finds the database busy tries again after the next pause. */
  private async publishUnlessBusy(releases: ReleaseStore): Promise<void> {
    try {
      await this.publish(releases);
    } catch (error) {
      if (!isUnavailable(error)) throw error;
    }
  }

  private async publish(releases: ReleaseStore): Promise<void> {
    const before = await releases.current();
    if (before === null) throw new Error('there is no release to edit');
    const documents = stored(edited(buildDocumentSet(before.documents).documents, before.number));
    const hash = releaseHash(documents, (text) => sha256Hasher.sha256(text));
    const publishedAt = new Date().toISOString();
    const release = { hash, message: 'soak', publishedBy: 'faults', publishedAt, documents };
    const outcome = await releases.append(release, before.number);
    if (outcome !== 'appended') throw new Error(`a release was not published: ${outcome}`);
    this.published += 1;
  }
}

/** Every release has another description of every offer. */
function edited(documents: DocumentSet, number: number): DocumentSet {
  const offers = [...documents.offer].map(
    ([key, offer]) => [key, { ...offer, description: `As of release ${number}.` }] as const,
  );
  return { ...documents, offer: new Map(offers) };
}

function stored(documents: DocumentSet): StoredDocument[] {
  return documentsOf(documents).map(({ kind, key, document }) => {
    const text = canonicalText(kind, document);
    return { kind, key, text, hash: sha256Hasher.sha256(text) };
  });
}
