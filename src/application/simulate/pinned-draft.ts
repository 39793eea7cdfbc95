/** Keeps a draft as it was, and makes it ready for decisions again. */
import type { Steps } from '../../domain/collections/steps';
import type { CompiledRelease } from '../../domain/decisions/compiled-release';
import { documentSetOf, documentsOf, readKeyedDocument } from '../../domain/documents/build-document-set';
import { canonicalText } from '../../domain/documents/canonical-text';
import type { DocumentSet } from '../../domain/documents/document-set';
import type { KeyedDocument } from '../../domain/documents/keyed-document';
import { compileSteps } from '../decide/compile-release';
import type { ReleaseCompiler } from '../decide/release-compiler';
import type { PinnedDocument, PinnedDraft } from './simulate-ports';

/** Texts are kept of documents that the release in force does not hold as they are; a step is a document. */
export function* pinSteps(draft: CompiledRelease, inForce: DocumentSet): Steps<PinnedDraft> {
  const documents: PinnedDocument[] = [];
  for (const document of documentsOf(draft.documents)) {
    documents.push(pinned(document, inForce));
    yield;
  }
  const { number, hash, quarantined, brokenRules } = draft;
  return { number, hash, documents, quarantined, brokenRules };
}

function pinned({ kind, key, document }: KeyedDocument, inForce: DocumentSet): PinnedDocument {
  const text = canonicalText(kind, document);
  const known = inForce[kind].get(key);
  const isSame = known !== undefined && (known === document || canonicalText(kind, known) === text);
  return { kind, key, text: isSame ? null : text };
}

/** Compiled as it was, broken documents and all. `inForce` are the documents it was pinned against. */
export function* unpinSteps(
  draft: PinnedDraft,
  inForce: DocumentSet,
  { tools, parts }: ReleaseCompiler,
): Steps<CompiledRelease> {
  const documents: KeyedDocument[] = [];
  for (const document of draft.documents) {
    documents.push(unpinned(document, inForce));
    yield;
  }
  const { number, hash, quarantined, brokenRules } = draft;
  const source = { number, hash, documents: documentSetOf(documents), quarantined };
  return { ...(yield* compileSteps(source, tools, parts)), quarantined, brokenRules };
}

function unpinned({ kind, key, text }: PinnedDocument, inForce: DocumentSet): KeyedDocument {
  const known = inForce[kind].get(key);
  if (text === null && known !== undefined) return { kind, key, document: known } as KeyedDocument;
  const read = readKeyedDocument(kind, key, text ?? '');
  if ('problems' in read) throw new Error(`The pinned ${kind} \`${key}\` can't be read.`);
  return read;
}
