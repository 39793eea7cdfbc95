/** Answers why an account is offered what it is, and why not. */
import 'reflect-metadata';
import { GraphQLJSONObject } from 'graphql-scalars';
import { Arg, Args, Ctx, ID, Query, Resolver } from 'type-graphql';
import type { AccountNotFound } from '../../../application/decide/decision-question';
import type { ExplainedDecision } from '../../../application/explain/explain-decision';
import type { ArgumentRefused, WhatIfQuestion } from '../../../application/explain/what-if';
import { optionalId, requireId } from '../arguments';
import { contextOf } from '../asked-context';
import { accountNotFound, invalidArgument } from '../refusals';
import type { RequestContext } from '../request-context';
import { RequiresScope } from '../scope';
import { showRuleTest } from '../show-documents';
import { DecisionExplanation } from '../types/decision-explanation';
import { DecisionReplay } from '../types/decision-replay';
import { AccountQuestionArguments, ExplainArguments } from '../types/explain-arguments';

/** Queries of ops who want to know why. */
@Resolver()
export class ExplanationResolver {
  @RequiresScope('rules:read')
  @Query(() => DecisionExplanation, {
    description:
      'Why this account is offered what it is, and why not: every rule with every comparison, every offer with the stage and code at which it dropped. Records nothing. An unknown account is the error ACCOUNT_NOT_FOUND; facts that can’t be overridden so are INVALID_ARGUMENT.',
  })
  async explainDecision(
    @Args(() => ExplainArguments) { draft, facts, ...question }: ExplainArguments,
    @Ctx() { services }: RequestContext,
  ): Promise<ExplainedDecision> {
    const asked = { ...questionOf(question), draft: draft ?? false, facts: facts ?? {} };
    return answered(await services.explanations.explain(asked), question.accountId);
  }

  @RequiresScope('rules:read')
  @Query(() => GraphQLJSONObject, {
    description:
      'A rule test of what this account is offered, ready to be saved: it passes on the release in force and names neither the account nor anybody of it. An unknown account is the error ACCOUNT_NOT_FOUND; one that no test can state is INVALID_ARGUMENT.',
  })
  async starterTest(
    @Args(() => AccountQuestionArguments) question: AccountQuestionArguments,
    @Ctx() { services }: RequestContext,
  ): Promise<object> {
    const answer = await services.explanations.starterTest(questionOf(question));
    return showRuleTest(answered(answer, question.accountId).document);
  }

  @RequiresScope('rules:read')
  @Query(() => DecisionReplay, {
    nullable: true,
    description:
      'A logged decision made again, with the release, the account, the clock and the past it was made from; null when the log has no decision of this id. Lines are written within a second or two. Records nothing.',
  })
  async replayDecision(
    @Arg('id', () => ID, { description: 'Id of the decision.' }) id: string,
    @Ctx() { services }: RequestContext,
  ): Promise<DecisionReplay | null> {
    const replay = await services.explanations.replay(requireId('id', id));
    if (replay === null) return null;
    const { accountId, release, decidedAt } = replay.entry;
    return { id, accountId, release, decidedAt, outcome: replay.outcome, differences: replay.words };
  }
}

type AccountQuestion = Pick<WhatIfQuestion, 'accountId' | 'userId' | 'context' | 'at'>;

function questionOf({ accountId, userId, context, at }: AccountQuestionArguments): AccountQuestion {
  return {
    accountId: requireId('accountId', accountId),
    userId: optionalId('userId', userId),
    context: contextOf(context ?? null),
    at: at ?? null,
  };
}

function answered<T extends object>(answer: T | AccountNotFound | ArgumentRefused, accountId: string): T {
  if (!('failure' in answer)) return answer;
  if (answer.failure === 'ACCOUNT_NOT_FOUND') throw accountNotFound(accountId);
  throw invalidArgument(answer.argument, answer.message);
}
