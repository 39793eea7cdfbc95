/** Says which file of a rules directory holds which document. */
import type { DocumentKind } from './document-kind';

/** In file names `_` as a whole segment stands for `*`, which file systems refuse; no key has such a segment. */
const STAR_IN_FILES = '_';

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

function extensionOf(kind: DocumentKind): string {
  return kind === 'topic' ? '.md' : '.json';
}
