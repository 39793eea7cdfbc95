/** Loads the documents under `rules/` and makes them ready for decisions, as the service does. */
import { RulesDirectory } from '../../src/adapters/files/rules-directory';
import { liquidTemplateLanguage } from '../../src/adapters/templates/liquid-template-language';
import { compileDocuments } from '../../src/application/decide/compile-release';
import { loadRulesDirectory } from '../../src/application/govern/load-rules-directory';
import type { CompiledRelease } from '../../src/domain/decisions/compiled-release';
import type { DocumentSet } from '../../src/domain/documents/document-set';
import type { RuleDocument } from '../../src/domain/documents/kinds/rule-document';
import { plainEvaluator } from '../../src/domain/rules/plain-evaluator';
import type { RuleEvaluator } from '../../src/domain/rules/rule-evaluator';

/** The shipped documents, read from their files. */
export async function shippedDocuments(): Promise<DocumentSet> {
  const { documents } = await loadRulesDirectory(new RulesDirectory('rules'));
  return documents;
}

/** A release of these documents, on the plain evaluator unless told otherwise. */
export function releaseOf(
  documents: DocumentSet,
  evaluator: RuleEvaluator = plainEvaluator,
): CompiledRelease {
  return compileDocuments(
    { number: 1, hash: 'shipped', documents, quarantined: [] },
    { evaluator, templates: liquidTemplateLanguage },
  );
}

/** The documents with one rule put in the place of the shipped one. */
export function withRule(documents: DocumentSet, rule: RuleDocument): DocumentSet {
  return { ...documents, rule: new Map(documents.rule).set(rule.key, rule) };
}
