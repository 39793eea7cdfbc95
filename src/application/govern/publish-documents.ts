/** Publishes a whole set of documents, for instance a folder of files, past what is pending. */
import type { Actor } from '../../domain/audit/actor';
import type { DocumentSet } from '../../domain/documents/document-set';
import type { Hasher } from '../ports';
import { badMessage } from './govern-refusals';
import type { PublishResult } from './govern-results';
import { NOT_PUBLISHED } from './publish-outcome';
import type { ReadDraft } from './read-draft';
import type { ReleasePipeline } from './release-pipeline';
import { storedDocuments } from './stored-documents';

/** What to publish, who does it, and why. */
export interface PublishDocumentsRequest {
  readonly documents: DocumentSet;
  readonly message: string;
  readonly actor: Actor;
}

/**
 * Nobody can approve a folder: where the policy asks for a second person, it is refused, and its documents go by way of the
 * draft. What is pending otherwise than it is published stays pending, and can't be published before it is saved again.
 */
export class PublishDocuments {
  constructor(
    private readonly hasher: Hasher,
    private readonly reading: ReadDraft,
    private readonly pipeline: ReleasePipeline,
  ) {}

  async execute({ documents, message, actor }: PublishDocumentsRequest): Promise<PublishResult> {
    const bad = badMessage(message);
    if (bad !== null) return { ...NOT_PUBLISHED, error: bad };
    const { draft } = await this.reading.execute();
    const stored = storedDocuments(documents, this.hasher);
    return this.pipeline.execute({
      stored,
      draft,
      message,
      actor,
      isApproved: false,
      call: null,
      findings: [],
    });
  }
}
