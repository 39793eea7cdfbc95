/** Says which file of a rules directory holds which document. */
import type { DocumentKind } from './document-kind';

/** In file names `_` as a whole segment stands for `*`, which file systems refuse; no key has such a segment. */
const STAR_IN_FILES = '_';

/** Names that mean the same everywhere and stay within their folder. */
const PLAIN_NAME = /^[A-Za-z0-9_][A-Za-z0-9._-]*$/;

/** Path relative to the rules directory, with forward slashes: `rule/at-limit.json`, `topic/bundles.md`, `fact/usage._.ratio.json`. */
export function documentPath(kind: DocumentKind, key: string): string {
  const name = key
    .split('.')
    .map((segment) => (segment === '*' ? STAR_IN_FILES : segment))
    .join('.');
  return `${kind}/${name}${extensionOf(kind)}`;
}

/** The key of the document that a file of this name holds; null when no document of the kind can stand in it. */
export function keyOfFile(kind: DocumentKind, name: string): string | null {
  const extension = extensionOf(kind);
  if (!name.endsWith(extension)) return null;
  const stem = name.slice(0, -extension.length);
  if (kind !== 'fact') return stem;
  return stem
    .split('.')
    .map((segment) => (segment === STAR_IN_FILES ? '*' : segment))
    .join('.');
}

/** Whether a document of this key has a file of its own. A key that was written straight into a table may be anything, a path among others. */
export function hasOwnFile(kind: DocumentKind, key: string): boolean {
  const name = documentPath(kind, key).slice(kind.length + 1);
  return PLAIN_NAME.test(name) && keyOfFile(kind, name) === key;
}

function extensionOf(kind: DocumentKind): string {
  return kind === 'topic' ? '.md' : '.json';
}
