/** Makes findings, so that every room words and places them alike. */
import type { Problem } from './problem';
import type { ProblemCode } from './problem-codes';

/** An error at a pointer. */
export function error(
  code: ProblemCode,
  pointer: string,
  message: string,
  hint: string | null = null,
): Problem {
  return { severity: 'ERROR', code, pointer, message, hint };
}

/** A warning at a pointer: the document is taken, a person should look again. */
export function warning(
  code: ProblemCode,
  pointer: string,
  message: string,
  hint: string | null = null,
): Problem {
  return { severity: 'WARNING', code, pointer, message, hint };
}

/** Whether findings keep a document out of a release. */
export function hasErrors(problems: readonly Problem[]): boolean {
  return problems.some((problem) => problem.severity === 'ERROR');
}
