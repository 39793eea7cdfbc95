/** Prints findings about documents the way a person reads them: by file, worst first, with how to mend each. */
import pc from 'picocolors';
import type { LocatedProblem } from '../../application/govern/review-rules';
import type { Problem } from '../../domain/documents/problem';

const COLOURS = { ERROR: pc.red, WARNING: pc.yellow, INFO: pc.blue } as const;

/** A paragraph per document, then a line of counts; just the counts when there is nothing to say. */
export function problemReport(problems: readonly LocatedProblem[], documents: number): string {
  const paragraphs = [...new Set(problems.map(({ document }) => document))].map((document) =>
    [
      pc.bold(document),
      ...problems.filter((found) => found.document === document).map(({ problem }) => problemLines(problem)),
    ].join('\n'),
  );
  return [...paragraphs, summary(problems, documents), ''].join('\n\n').trimStart();
}

/** Where, what, and how to mend it. */
export function problemLines(problem: Problem): string {
  const where = problem.pointer === '' ? '(the document)' : problem.pointer;
  const first = `  ${COLOURS[problem.severity](problem.severity.toLowerCase())} ${where}  ${problem.message} ${pc.dim(problem.code)}`;
  return problem.hint ? `${first}\n    ${pc.dim(problem.hint)}` : first;
}

function summary(problems: readonly LocatedProblem[], documents: number): string {
  const count = (severity: Problem['severity']) =>
    problems.filter(({ problem }) => problem.severity === severity).length;
  return `${documents} documents, ${count('ERROR')} errors, ${count('WARNING')} warnings`;
}
