/** Turns documents into what a release stores, and stored documents into a release, as the service does. */
import { createHash } from 'node:crypto';
import type { CompilerTools } from '../../src/application/decide/compile-release';
import { ReleaseCompiler } from '../../src/application/decide/release-compiler';
import { inOnePiece } from '../../src/domain/collections/steps';
import type { CompiledRelease } from '../../src/domain/decisions/compiled-release';
import { documentsOf } from '../../src/domain/documents/build-document-set';
import { canonicalText } from '../../src/domain/documents/canonical-text';
import type { DocumentSet } from '../../src/domain/documents/document-set';
import type { StoredDocument } from '../../src/domain/documents/release';

/** SHA-256 in lower-case hex. */
export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** The documents of a set as they are stored. */
export const storedOf = (set: DocumentSet): StoredDocument[] =>
  documentsOf(set).map(({ kind, key, document }) => {
    const text = canonicalText(kind, document);
    return { kind, key, text, hash: sha256(text) };
  });

/** Texts by hash. */
export const textsOf = (documents: readonly StoredDocument[]): ReadonlyMap<string, string> =>
  new Map(documents.map(({ hash, text }) => [hash, text]));

/** Compiles what is stored in one piece, by a compiler that knows nothing unless one is given. */
export function compileStored(
  documents: readonly StoredDocument[],
  tools: CompilerTools,
  compiler = new ReleaseCompiler(tools),
): CompiledRelease {
  const read = inOnePiece(compiler.begin(documents).steps(textsOf(documents)));
  return inOnePiece(compiler.steps({ number: 3, hash: 'h' }, read));
}

/** Everything of a compiled release that can be compared; templates by what they name. */
export function contentOf(release: CompiledRelease) {
  const { number, hash, documents, policy, facts, ruleSet, quarantined, brokenRules, texts } = release;
  const offers = [...release.offers].map(([key, { document, family, excerpt, copy, valueCases }]) => ({
    key,
    document,
    family,
    excerpt,
    titles: document.treatments.map((treatment) => copy(treatment.key, null, null).title.placeholders),
    statements: valueCases(null).map(({ statement }) => statement.placeholders),
  }));
  const named = JSON.stringify([[...texts.whyShown], [...texts.notices], [...texts.tasks]]);
  return { number, hash, documents, policy, facts, ruleSet, quarantined, brokenRules, offers, named };
}
