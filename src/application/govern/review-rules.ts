/** Reads a rules directory and says everything that keeps it from being published: shapes, checks and rule tests. */
import type { CheckTools } from '../../domain/checks/check';
import { checkDocuments } from '../../domain/checks/check-documents';
import { runRuleTest, type RuleTestResult } from '../../domain/decisions/run-rule-test';
import { documentsOf } from '../../domain/documents/build-document-set';
import type { DocumentSet } from '../../domain/documents/document-set';
import type { Problem } from '../../domain/documents/problem';
import { compileDocuments, type CompilerTools } from '../decide/compile-release';
import type { RuleFiles } from '../ports';
import { loadRulesDirectory } from './load-rules-directory';

/** A problem and the document it is about, as `kind/key` or as the path of the file. */
export interface LocatedProblem {
  readonly document: string;
  readonly problem: Problem;
}

/** What a rules directory holds, and what is wrong with it. */
export interface RulesReview {
  readonly documents: DocumentSet;
  readonly count: number;
  readonly problems: readonly LocatedProblem[];
}

/** Every problem of every file and document at once. Writes nothing. */
export async function reviewRules(files: RuleFiles, tools: CheckTools): Promise<RulesReview> {
  const { documents, problems } = await loadRulesDirectory(files);
  const findings = checkDocuments(documents, tools);
  return {
    documents,
    count: documentsOf(documents).length,
    problems: [
      ...problems.map(({ path, problem }) => ({ document: path, problem })),
      ...findings.map(({ kind, key, problem }) => ({ document: `${kind}/${key}`, problem })),
    ],
  };
}

/** Runs every rule test of the documents as they would be published next, in order of their keys. */
export async function testRules(
  documents: DocumentSet,
  tools: CompilerTools,
): Promise<readonly RuleTestResult[]> {
  const release = compileDocuments({ number: 0, hash: '', documents, quarantined: [] }, tools);
  const results: RuleTestResult[] = [];
  for (const test of documents.test.values()) results.push(await runRuleTest(release, test));
  return results;
}
