/** Judges a candidate document against the release in force. */
import { validateDocument } from '../../domain/checks/validate-document';
import type { CheckTools } from '../../domain/checks/check';
import type { DocumentKind } from '../../domain/documents/document-kind';
import type { DocumentSet } from '../../domain/documents/document-set';
import type { Problem } from '../../domain/documents/problem';

/** Tells which documents are in force. */
export interface DocumentsInForce {
  current(): { readonly documents: DocumentSet };
}

/** Writes nothing; an empty list means that the document could be published as it is. */
export class ValidateDocument {
  constructor(
    private readonly releases: DocumentsInForce,
    private readonly tools: CheckTools,
  ) {}

  /** Every problem of the candidate, whatever the value is. */
  execute(kind: DocumentKind, value: unknown): readonly Problem[] {
    return validateDocument(kind, value, this.releases.current().documents, this.tools);
  }
}
