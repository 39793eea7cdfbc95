/** Works out what the rules of single stages lead to, as far as no account changes it. */
import type { Steps } from '../collections/steps';
import type { DocumentSet } from '../documents/document-set';
import type { PolicyDocument } from '../documents/kinds/policy-document';
import type { RuleOf } from '../documents/kinds/rule-document';
import type { RuleSet } from '../rules/rule-set';
import type { CatalogueEntry, CompiledStages, Guardrail, RecommendingRule, Summand } from './compiled-stages';
import { guards, objectionOf } from './guardrails';
import { fixedPoints } from './ranking';
import { isRuleOf } from './rules-of-stage';
import { triggerFacts } from './trigger';

/** What stages are compiled from. */
export interface StageSource {
  readonly ruleSet: RuleSet;
  readonly documents: Pick<DocumentSet, 'metric' | 'offer'>;
  readonly policy: PolicyDocument;
  readonly catalogue: readonly CatalogueEntry[];
}

/** A rule at a time. */
export function* stageSteps(source: StageSource): Steps<CompiledStages> {
  const summands: Summand[] = [];
  const recommending: (RecommendingRule | undefined)[] = [];
  const guardrails: Guardrail[] = [];
  const places = new Map(source.catalogue.map(({ key }, place) => [key, place]));
  for (const { document } of Object.values(source.ruleSet.stages).flat()) {
    if (isRuleOf('score', document)) summands.push(summandOf(document));
    else if (isRuleOf('recommend-offer', document))
      recommending.push(recommendingOf(source, places, document));
    else if (isRuleOf('suppress', document)) guardrails.push(guardrailOf(source, document));
    yield;
  }
  return { summands, recommending, guardrails };
}

function summandOf({ key, event }: RuleOf<'score'>): Summand {
  return { ruleKey: key, points: event.params.points };
}

function recommendingOf(
  { catalogue, documents, policy }: StageSource,
  places: ReadonlyMap<string, number>,
  rule: RuleOf<'recommend-offer'>,
): RecommendingRule | undefined {
  const { offer: key, signal, metric } = rule.event.params;
  const place = places.get(key) ?? -1;
  const offer = catalogue[place]?.offer;
  if (offer === undefined) return undefined;
  const trigger = triggerFacts(documents.metric, metric);
  return { rule, signal, place, offer, points: fixedPoints(policy, rule), trigger };
}

function guardrailOf({ catalogue, documents }: StageSource, rule: RuleOf<'suppress'>): Guardrail {
  const offers = catalogue.map(({ key }) => documents.offer.get(key));
  return {
    objection: objectionOf(rule),
    isAbout: offers.map((offer) => offer !== undefined && guards(rule, offer)),
  };
}
