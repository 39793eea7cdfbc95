/** Answers what to offer and what to tell one account, here and now. */
import 'reflect-metadata';
import { Arg, Ctx, ID, Int, Query, Resolver } from 'type-graphql';
import type { Caller } from '../../../application/caller';
import type { DecisionView } from '../../../application/decide/decide-for-account';
import type { AccountNotFound } from '../../../application/decide/decision-question';
import type { NotificationView } from '../../../application/decide/notification-view';
import type { DecisionContext } from '../../../domain/decisions/decision';
import { pageSize } from '../arguments';
import { contextOf } from '../asked-context';
import { reachableAccount, reachableUser } from '../reachable-account';
import { accountNotFound } from '../refusals';
import type { RequestContext } from '../request-context';
import { RequiresScope } from '../scope';
import { Decision } from '../types/decision';
import { DecisionContextInput } from '../types/decision-context';
import { InAppNotification } from '../types/in-app-notification';

const ACCOUNT_ID = { description: 'The account that is asked about.' };
const USER_ID = {
  nullable: true,
  description: 'The person who looks; without one the account counts as the user.',
};

/** Queries for frontends, portals and agents. */
@Resolver()
export class DecisionResolver {
  @RequiresScope('offers:read')
  @Query(() => Decision, {
    description:
      'What, if anything, to offer this account here and now. Writes nothing. An unknown account is the error ACCOUNT_NOT_FOUND.',
  })
  async recommendedOffers(
    @Arg('accountId', () => ID, ACCOUNT_ID) accountId: string,
    @Arg('userId', () => ID, USER_ID) userId: string | null,
    @Arg('context', () => DecisionContextInput, {
      nullable: true,
      description: 'Where and why it is asked; default: in the app.',
    })
    context: DecisionContextInput | null,
    @Arg('first', () => Int, {
      nullable: true,
      defaultValue: 3,
      description: 'At most this many offers, 1 to 100.',
    })
    first: number | null,
    @Ctx() request: RequestContext,
  ): Promise<DecisionView> {
    const question = {
      ...about(request.caller, accountId, userId),
      context: contextOf(context),
      first: pageSize(first, 3),
    };
    const decision = found(await request.services.decide(question), accountId);
    return request.caller.scopes.has('rules:read') ? decision : { ...decision, suppressed: [] };
  }

  @RequiresScope('offers:read')
  @Query(() => [InAppNotification], {
    description:
      'Notifications to show in the product, most important first. Writes nothing. An unknown account is the error ACCOUNT_NOT_FOUND.',
  })
  async inAppNotifications(
    @Arg('accountId', () => ID, ACCOUNT_ID) accountId: string,
    @Arg('userId', () => ID, USER_ID) userId: string | null,
    @Arg('placement', () => String, {
      nullable: true,
      description: 'Only those for this place; default: all.',
    })
    placement: string | null,
    @Arg('first', () => Int, { nullable: true, defaultValue: 5, description: 'At most this many, 1 to 100.' })
    first: number | null,
    @Ctx() request: RequestContext,
  ): Promise<readonly NotificationView[]> {
    const context: DecisionContext = { surface: 'IN_APP', placement: placement ?? undefined };
    const question = { ...about(request.caller, accountId, userId), context, first: pageSize(first, 5) };
    return found(await request.services.notify(question), accountId);
  }
}

function about(caller: Caller, accountId: string, userId: string | null) {
  return { accountId: reachableAccount(caller, accountId), userId: reachableUser(caller, userId) };
}

function found<T extends object>(answer: T | AccountNotFound, accountId: string): T {
  if ('failure' in answer) throw accountNotFound(accountId);
  return answer;
}
