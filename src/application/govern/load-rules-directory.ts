/** Reads the directory that ops edit into a set of documents. */
import { documentSetOf, readKeyedDocument } from '../../domain/documents/build-document-set';
import type { DocumentSet } from '../../domain/documents/document-set';
import { error } from '../../domain/documents/found';
import type { Problem } from '../../domain/documents/problem';
import type { RuleFiles } from '../ports';

/** A problem and the file it was found in. */
export interface FileProblem {
  /** Relative to the rules directory. */
  readonly path: string;
  readonly problem: Problem;
}

/** Every sound document of the directory, and every problem of the others; a broken file costs only itself. */
export async function loadRulesDirectory(
  source: RuleFiles,
): Promise<{ readonly documents: DocumentSet; readonly problems: readonly FileProblem[] }> {
  const { files, strays } = await source.list();
  const read = files.map((file) => ({ file, outcome: readKeyedDocument(file.kind, file.key, file.text) }));
  const sound = read.flatMap(({ outcome }) => ('problems' in outcome ? [] : [outcome]));
  const broken = read.flatMap(({ file, outcome }) =>
    'problems' in outcome ? outcome.problems.map((problem) => ({ path: file.path, problem })) : [],
  );
  return { documents: documentSetOf(sound), problems: [...strays.map(stray), ...broken] };
}

function stray(path: string): FileProblem {
  const hint = 'Documents are <kind>/<key>.json, topics topic/<key>.md, in UTF-8.';
  return { path, problem: error('WRONG_FILE', '', 'No document can stand in this file.', hint) };
}
