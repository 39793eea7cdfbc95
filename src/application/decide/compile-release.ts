/** Makes the documents of a release ready for decisions. */
import { inOnePiece, type Steps } from '../../domain/collections/steps';
import { catalogueOf } from '../../domain/decisions/catalogue';
import { compileOffer } from '../../domain/decisions/compile-offer';
import { stageSteps } from '../../domain/decisions/compile-stages';
import { textSteps } from '../../domain/decisions/compile-texts';
import type { CompiledOffer } from '../../domain/decisions/compiled-offer';
import { brokenRule } from '../../domain/decisions/broken-rule';
import type { BrokenRule, CompiledRelease, Quarantined } from '../../domain/decisions/compiled-release';
import type { TemplateLanguage } from '../../domain/decisions/template-language';
import type { DocumentSet } from '../../domain/documents/document-set';
import type { PolicyDocument } from '../../domain/documents/kinds/policy-document';
import { compileFactBuilder } from '../../domain/facts/build-facts';
import { buildFactCatalogue } from '../../domain/facts/fact-catalogue';
import { PlanIndex } from '../../domain/facts/plan-index';
import { ruleSetSteps } from '../../domain/rules/parse-rule-set';
import type { RuleEvaluator } from '../../domain/rules/rule-evaluator';
import type { RuleSet } from '../../domain/rules/rule-set';
import { releaseParts, type ReleaseParts } from './release-parts';

/** What a release is compiled with. */
export interface CompilerTools {
  readonly evaluator: RuleEvaluator;
  readonly templates: TemplateLanguage;
}

/** A set of documents with the number and hash it goes by; a draft goes by those of the release it will become. */
export interface NumberedDocuments {
  readonly number: number;
  readonly hash: string;
  readonly documents: DocumentSet;
  readonly quarantined: readonly Quarantined[];
}

/** Key of the policy document in force. */
const POLICY_IN_FORCE = 'default';

/** Compiles documents in one piece, knowing nothing from before. Throws without a policy `default`. */
export function compileDocuments(source: NumberedDocuments, tools: CompilerTools): CompiledRelease {
  return inOnePiece(compileSteps(source, tools, releaseParts(tools.templates)));
}

/** The same, a document at a time, on top of the parts that are known. */
export function* compileSteps(
  source: NumberedDocuments,
  { evaluator }: CompilerTools,
  parts: ReleaseParts,
): Steps<CompiledRelease> {
  const { number, hash, documents } = source;
  const policy = policyInForce(documents);
  const facts = buildFactCatalogue(documents);
  const { offers, quarantined: brokenOffers } = yield* offerSteps(documents, parts);
  const { texts, broken: wordless } = yield* textSteps(documents.rule.values(), parts.ruleTexts);
  const { ruleSet: parsed, failed } = yield* ruleSetSteps(documents, parts.conditions);
  const ruleSet = without(parsed, wordless);
  const rules =
    evaluator.compileSteps === undefined
      ? evaluator.compile(ruleSet)
      : yield* evaluator.compileSteps(ruleSet);
  const quarantined = [...source.quarantined, ...brokenOffers, ...failed, ...wordless.map(toQuarantined)];
  const catalogue = catalogueOf(documents, offers, quarantined);
  return {
    number,
    hash,
    documents,
    policy,
    catalogue,
    stages: yield* stageSteps({ ruleSet, documents, policy, catalogue }),
    facts,
    buildFacts: compileFactBuilder(documents, facts, policy),
    plans: new PlanIndex(documents),
    ruleSet,
    rules,
    offers,
    texts,
    quarantined,
    brokenRules: [...failed.flatMap((entry) => brokenRule(documents, entry)), ...wordless],
  };
}

function policyInForce(documents: DocumentSet): PolicyDocument {
  const policy = documents.policy.get(POLICY_IN_FORCE);
  if (policy === undefined) throw new Error(`The release has no readable policy \`${POLICY_IN_FORCE}\`.`);
  return policy;
}

function* offerSteps(
  documents: DocumentSet,
  { offerTexts }: ReleaseParts,
): Steps<Pick<CompiledRelease, 'offers' | 'quarantined'>> {
  const offers = new Map<string, CompiledOffer>();
  const quarantined: Quarantined[] = [];
  for (const [key, document] of documents.offer) {
    const compiled = compileOffer(document, documents, offerTexts(document));
    if ('offer' in compiled) offers.set(key, compiled.offer);
    else quarantined.push({ kind: 'offer', key, message: compiled.message });
    yield;
  }
  return { offers, quarantined };
}

function without(ruleSet: RuleSet, broken: readonly BrokenRule[]): RuleSet {
  if (broken.length === 0) return ruleSet;
  const keys = new Set(broken.map(({ rule }) => rule.key));
  const stages = Object.entries(ruleSet.stages).map(([stage, rules]) => [
    stage,
    rules.filter(({ document }) => !keys.has(document.key)),
  ]);
  return { ...ruleSet, stages: Object.fromEntries(stages) as RuleSet['stages'] };
}

function toQuarantined({ rule, message }: BrokenRule): Quarantined {
  return { kind: 'rule', key: rule.key, message };
}
