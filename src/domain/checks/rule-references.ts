/** Checks that what a rule's event names exists. */
import { error } from '../documents/found';
import type { KeyedDocument } from '../documents/keyed-document';
import type { RuleEvent, RuleOf } from '../documents/kinds/rule-document';
import type { Problem } from '../documents/problem';
import type { Check, CheckContext } from './check';
import { unknownFact } from './known-facts';
import { referenceProblems } from './reference';

/** Offers, metrics, topics and facts in the parameters of an event, and the rule's own topic. */
export const ruleReferences: Check = (subject, context) =>
  subject.kind === 'rule'
    ? [
        ...referenceProblems('topic', subject.document.topic, '/topic', context),
        ...eventProblems(subject.document.event, context),
      ]
    : [];

function eventProblems(event: RuleEvent, context: CheckContext): readonly Problem[] {
  const at = '/event/params';
  switch (event.type) {
    case 'score':
      return [];
    case 'assign-motion':
      return decisionDateProblems(event.params, context);
    case 'suppress':
      return (event.params.offers ?? []).flatMap((offer, index) =>
        referenceProblems('offer', offer, `${at}/offers/${index}`, context),
      );
    case 'recommend-offer':
      return [
        ...referenceProblems('offer', event.params.offer, `${at}/offer`, context),
        ...referenceProblems('metric', event.params.metric, `${at}/metric`, context),
      ];
    case 'notify':
      return referenceProblems('metric', event.params.metric, `${at}/metric`, context);
    case 'create-task':
      return referenceProblems('topic', event.params.topic, `${at}/topic`, context);
  }
}

function decisionDateProblems(
  { daysToDecision }: RuleOf<'assign-motion'>['event']['params'],
  context: CheckContext,
): readonly Problem[] {
  if (typeof daysToDecision !== 'object') return [];
  const pointer = '/event/params/daysToDecision/fact';
  const type = context.facts.get(daysToDecision.fact)?.type;
  if (type === undefined) return [unknownFact(daysToDecision.fact, pointer, context)];
  if (type === 'integer' || type === 'number') return [];
  return [error('OPERAND_TYPE', pointer, `\`${daysToDecision.fact}\` is not a number of days.`)];
}

/** The recommend-offer event of a rule with the offer it names; null for every other document. */
export function recommendationOf(
  subject: KeyedDocument,
): RuleOf<'recommend-offer'>['event']['params'] | null {
  if (subject.kind !== 'rule' || subject.document.event.type !== 'recommend-offer') return null;
  return subject.document.event.params;
}
