/** Writes a document as the bytes that stand in its file, in the database and in a release. */
import stringify from 'json-stringify-pretty-compact';
import { canonicalValue } from './canonical-value';
import type { DocumentKind } from './document-kind';
import { DOCUMENT_SCHEMAS } from './document-schemas';
import type { DocumentOf } from './document-set';
import type { TopicDocument } from './kinds/topic-document';
import { writeTopicText } from './topic-text';

/** Canonical text: members in schema order, defaults left out, indent 2, width 100, a final line end. */
export function canonicalText<K extends DocumentKind>(kind: K, document: DocumentOf[K]): string {
  if (kind === 'topic') return writeTopicText(document as TopicDocument);
  const value = canonicalValue(DOCUMENT_SCHEMAS[kind], document);
  return `${stringify(value, { indent: 2, maxLength: 100 })}\n`;
}
