/** Reads the directory that ops edit into a set of documents. */
import { documentSetOf, readKeyedDocument } from '../../domain/documents/build-document-set';
import type { DocumentSet } from '../../domain/documents/document-set';
import { gatherDocuments } from '../../domain/documents/gather-documents';
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
  const { documents, problems } = gatherDocuments(files, ({ kind, key, text }) =>
    readKeyedDocument(kind, key, text),
  );
  const broken = problems.map(({ index, problem }) => ({
    path: (index === null ? undefined : files[index]?.path) ?? '.',
    problem,
  }));
  return { documents: documentSetOf(documents), problems: [...strays.map(stray), ...broken] };
}

function stray(path: string): FileProblem {
  const hint = 'Documents are <kind>/<key>.json, topics topic/<key>.md, in UTF-8.';
  return { path, problem: error('WRONG_FILE', '', 'No document can stand in this file.', hint) };
}
