/** Describes each kind of document as JSON Schema, for editors. */
import { z } from 'zod';
import type { DocumentKind } from '../../domain/documents/document-kind';
import { DOCUMENT_SCHEMAS } from '../../domain/documents/document-schemas';

/**
 * JSON Schema (2020-12) of what may be written: members with a default may be left out. It says what shape a document has;
 * whether what it names exists is what validation tells.
 */
export function documentJsonSchema(kind: DocumentKind): Record<string, unknown> {
  return z.toJSONSchema(DOCUMENT_SCHEMAS[kind], { io: 'input' });
}
