/** Makes a release ready for decisions: broken documents are named and left out, the others answer. */
import { compileOffer } from '../../domain/decisions/compile-offer';
import { compileTexts } from '../../domain/decisions/compile-texts';
import type { CompiledOffer } from '../../domain/decisions/compiled-offer';
import type { BrokenRule, CompiledRelease, Quarantined } from '../../domain/decisions/compiled-release';
import type { TemplateLanguage } from '../../domain/decisions/template-language';
import { quarantineBroken } from '../../domain/checks/quarantine';
import { buildDocumentSet, type QuarantinedDocument } from '../../domain/documents/build-document-set';
import type { DocumentSet } from '../../domain/documents/document-set';
import type { PolicyDocument } from '../../domain/documents/kinds/policy-document';
import type { Release } from '../../domain/documents/release';
import { compileFactBuilder } from '../../domain/facts/build-facts';
import { buildFactCatalogue } from '../../domain/facts/fact-catalogue';
import { PlanIndex } from '../../domain/facts/plan-index';
import { parseRuleSet } from '../../domain/rules/parse-rule-set';
import type { RuleEvaluator } from '../../domain/rules/rule-evaluator';
import type { RuleSet } from '../../domain/rules/rule-set';

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

/**
 * Reads and compiles a stored release. Documents written past the checks are named and left out with what refers to them; a
 * guardrail among them keeps its offers back. Throws only when the policy is not there or cannot be relied on.
 */
export function compileRelease(release: Release, tools: CompilerTools): CompiledRelease {
  const { documents: readable, quarantined: unreadable } = buildDocumentSet(release.documents);
  const { documents, quarantined: unsound } = quarantineBroken(readable, tools);
  const brokenRules = unsound.flatMap((entry) => brokenRule(readable, nameOf(entry)));
  const compiled = compileDocuments(
    {
      number: release.number,
      hash: release.hash,
      documents,
      quarantined: [...unreadable, ...unsound].map(nameOf),
    },
    tools,
  );
  return { ...compiled, brokenRules: [...compiled.brokenRules, ...brokenRules] };
}

function nameOf({ kind, key, problems }: QuarantinedDocument): Quarantined {
  return {
    kind,
    key,
    message: problems.map(({ pointer, message }) => `${pointer} ${message}`.trim()).join(' '),
  };
}

/** Compiles documents that were read already; throws as compileRelease does. */
export function compileDocuments(source: NumberedDocuments, tools: CompilerTools): CompiledRelease {
  const { number, hash, documents } = source;
  const policy = policyInForce(documents);
  const facts = buildFactCatalogue(documents);
  const { offers, quarantined: brokenOffers } = compileOffers(documents, tools.templates);
  const { texts, broken: wordless } = compileTexts(documents.rule.values(), tools.templates);
  const { ruleSet: parsed, failed } = parseRuleSet(documents);
  const ruleSet = without(parsed, wordless);
  return {
    number,
    hash,
    documents,
    policy,
    facts,
    buildFacts: compileFactBuilder(documents, facts, policy),
    plans: new PlanIndex(documents),
    ruleSet,
    rules: tools.evaluator.compile(ruleSet),
    offers,
    texts,
    quarantined: [...source.quarantined, ...brokenOffers, ...failed, ...wordless.map(toQuarantined)],
    brokenRules: [...failed.flatMap((entry) => brokenRule(documents, entry)), ...wordless],
  };
}

function policyInForce(documents: DocumentSet): PolicyDocument {
  const policy = documents.policy.get(POLICY_IN_FORCE);
  if (policy === undefined) throw new Error(`The release has no readable policy \`${POLICY_IN_FORCE}\`.`);
  return policy;
}

function compileOffers(
  documents: DocumentSet,
  templates: TemplateLanguage,
): Pick<CompiledRelease, 'offers' | 'quarantined'> {
  const offers = new Map<string, CompiledOffer>();
  const quarantined: Quarantined[] = [];
  for (const [key, document] of documents.offer) {
    const compiled = compileOffer(document, documents, templates);
    if ('offer' in compiled) offers.set(key, compiled.offer);
    else quarantined.push({ kind: 'offer', key, message: compiled.message });
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

function brokenRule(documents: DocumentSet, { kind, key, message }: Quarantined): readonly BrokenRule[] {
  const rule = kind === 'rule' ? documents.rule.get(key) : undefined;
  return rule === undefined ? [] : [{ rule, message }];
}
