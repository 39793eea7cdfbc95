/** Prints what changed between the release in force and a folder: a paragraph per document, then the counts. */
import pc from 'picocolors';
import type { DocumentChange } from '../../domain/changes/changes-between';

const MARKS = { ADDED: pc.green('+'), CHANGED: pc.yellow('~'), REMOVED: pc.red('-') } as const;

/** `release` is the number of the release that the folder is compared with. */
export function changeReport(changes: readonly DocumentChange[], release: number): string {
  if (changes.length === 0) return `The documents are those of release ${release}.\n`;
  const paragraphs = changes.map(({ kind, key, change, words }) =>
    [`${MARKS[change]} ${pc.bold(`${kind}/${key}`)}`, ...words.map((phrase) => `    ${phrase}`)].join('\n'),
  );
  const count = (wanted: DocumentChange['change']) =>
    changes.filter(({ change }) => change === wanted).length;
  const counts = `${count('ADDED')} added, ${count('CHANGED')} changed, ${count('REMOVED')} removed since release ${release}`;
  return `${paragraphs.join('\n')}\n\n${counts}\n`;
}
