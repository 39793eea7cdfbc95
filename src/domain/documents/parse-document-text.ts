/** Reads a document from the text of its file. */
import type { DocumentKind } from './document-kind';
import { parseDocument, type ParsedDocument } from './parse-document';
import { parseJsonStrictly } from './strict-json';
import { readTopicText } from './topic-text';

/** Topics are Markdown with front matter, everything else is strict JSON. */
export function parseDocumentText<K extends DocumentKind>(kind: K, text: string): ParsedDocument<K> {
  const read = kind === 'topic' ? readTopicText(text) : parseJsonStrictly(text);
  return 'problems' in read ? read : parseDocument(kind, read.value);
}
