/** Proposes work for account owners and CSMs (requirements R5, G6, N2). */
import type { RuleOf } from '../documents/kinds/rule-document';
import type { StageOutcome } from '../rules/rule-evaluator';
import type { TaskProposal } from './decision';
import { fill, textSource, type TextSource } from './placeholders';
import { rulesOf } from './rules-of-stage';
import type { Situation } from './situation';
import type { Template } from './template-language';
import { excerptOf } from './topic-excerpt';

/** In rule order. A task is not lost for want of a figure: the rule's own description stands in. */
export function proposeTasks(situation: Situation, outcome: StageOutcome): readonly TaskProposal[] {
  const source = textSource(situation.facts);
  return rulesOf('create-task', outcome.matched).map((rule) => toTask(situation, rule, source));
}

function toTask(
  { release, account }: Situation,
  rule: RuleOf<'create-task'>,
  source: TextSource,
): TaskProposal {
  const { kind, assignee, topic } = rule.event.params;
  const texts = release.texts.tasks.get(rule.key);
  const plain = rule.description ?? `Rule ${rule.key} matched.`;
  return {
    ruleKey: rule.key,
    kind,
    assignee: (assignee === 'owner' ? account.owner : account.csm) ?? null,
    title: worded(texts?.title, source) ?? `${account.name}: ${plain}`,
    summary: worded(texts?.summary, source) ?? plain,
    talkingPoints: excerptOf(release.documents.topic.get(topic), rule.key),
  };
}

function worded(template: Template | undefined, source: TextSource): string | undefined {
  const filled = template === undefined ? undefined : fill(template, source);
  return filled !== undefined && 'text' in filled ? filled.text : undefined;
}
