/** Finds out what stops a corrupted document: its own shape, the checks, or a rule test. */
import { compileSteps, type CompilerTools } from '../../src/application/decide/compile-release';
import { releaseParts, type ReleaseParts } from '../../src/application/decide/release-parts';
import { checkSteps } from '../../src/domain/checks/check-documents';
import { inOnePiece } from '../../src/domain/collections/steps';
import type { CompiledRelease } from '../../src/domain/decisions/compiled-release';
import { runRuleTest } from '../../src/domain/decisions/run-rule-test';
import { readKeyedDocument } from '../../src/domain/documents/build-document-set';
import type { DocumentSet } from '../../src/domain/documents/document-set';
import type { RuleTestDocument } from '../../src/domain/documents/kinds/rule-test-document';
import type { Problem } from '../../src/domain/documents/problem';
import type { Mutation } from './all-mutations';

/** What stopped a corruption, and by which name: a problem code or the key of a rule test. */
export interface Verdict {
  readonly by: 'checks' | 'tests' | 'nothing';
  readonly name: string;
  /** Codes of warnings, which stop nothing. */
  readonly warnings: readonly string[];
}

/** Judges one corruption after the other; what did not change is neither checked nor compiled again. */
export class MutationJudge {
  private readonly parts: ReleaseParts;
  /** Those that stopped something lately come first: a corruption is often stopped by a test that stopped its like. */
  private tests: readonly RuleTestDocument[];

  constructor(
    private readonly documents: DocumentSet,
    private readonly tools: CompilerTools,
  ) {
    this.parts = releaseParts(tools.templates);
    this.tests = [...documents.test.values()];
  }

  /** Problems of the documents as they are, and rule tests that fail on them: there must be none. */
  async soundness(): Promise<readonly string[]> {
    const problems = this.check(this.documents).map(({ code, pointer }) => `${code} ${pointer}`);
    return [...problems, ...(await this.failing(this.compile(this.documents), Infinity))];
  }

  /** The first thing that stops it. */
  async judge({ document: { kind, key }, text }: Mutation): Promise<Verdict> {
    const read = readKeyedDocument(kind, key, text);
    if ('problems' in read) return verdict('checks', read.problems[0]?.code);
    const changed = { ...this.documents, [kind]: new Map([...this.documents[kind], [key, read.document]]) };
    const problems = this.check(changed);
    const error = problems.find(({ severity }) => severity === 'ERROR');
    if (error !== undefined) return verdict('checks', error.code);
    const warnings = [...new Set(problems.map(({ code }) => code))];
    const [test] = await this.failing(this.compile(changed), 1);
    if (test === undefined) return { by: 'nothing', name: '', warnings };
    this.tests = [...this.tests].sort((a, b) => Number(b.key === test) - Number(a.key === test));
    return { by: 'tests', name: test, warnings };
  }

  private check(documents: DocumentSet): readonly Problem[] {
    return inOnePiece(checkSteps(documents, this.tools, this.parts.checks)).map(({ problem }) => problem);
  }

  private compile(documents: DocumentSet): CompiledRelease {
    const numbered = { number: 0, hash: '', documents, quarantined: [] };
    return inOnePiece(compileSteps(numbered, this.tools, this.parts));
  }

  /** Keys of the first so many rule tests that fail. */
  private async failing(release: CompiledRelease, most: number): Promise<readonly string[]> {
    const failed: string[] = [];
    for (const test of this.tests) {
      if (failed.length >= most) return failed;
      if (!(await runRuleTest(release, test)).passed) failed.push(test.key);
    }
    return failed;
  }
}

function verdict(by: Verdict['by'], name = ''): Verdict {
  return { by, name, warnings: [] };
}
