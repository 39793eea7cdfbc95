/** Makes a rule test from what an account is offered here and now. */
import { starterTest } from '../../domain/explanations/starter-test';
import type { RuleTestDocument } from '../../domain/documents/kinds/rule-test-document';
import type { AccountNotFound } from '../decide/decision-question';
import type { ExplainPorts } from './explain-ports';
import { decideWhatIf, type ArgumentRefused, type WhatIfQuestion } from './what-if';

/** Whose decision is to be kept, and as of when. */
export type StarterQuestion = Pick<WhatIfQuestion, 'accountId' | 'userId' | 'context' | 'at'>;

/** The document passes on the release in force. Refused where the account could not be sent today: its plan is gone, or its clock is ahead. */
export async function starterTestFor(
  ports: ExplainPorts,
  question: StarterQuestion,
): Promise<{ readonly document: RuleTestDocument } | AccountNotFound | ArgumentRefused> {
  const answer = await decideWhatIf(ports, { ...question, draft: false, facts: {} });
  if ('failure' in answer) return answer;
  const { release, snapshot, history, handoffs, now } = answer.consideration;
  const { userId, context } = question;
  const made = await starterTest(release, { snapshot, history, handoffs, userId, context, now });
  if ('document' in made) return made;
  const message = `has no rule test that could state it as it is. ${made.problems.join(' ')}`;
  return { failure: 'INVALID_ARGUMENT', argument: 'accountId', message };
}
