/** Keeps telling a portal what to show one account, whenever that may have changed. */
import 'reflect-metadata';
import { GraphQLError } from 'graphql';
import { Arg, Ctx, ID, Int, Resolver, Subscription } from 'type-graphql';
import type { NotificationView } from '../../../application/decide/notification-view';
import type { ChangeFeed } from '../../../application/watch/change-feed';
import { pageSize } from '../arguments';
import { reachableAccount, reachableUser } from '../reachable-account';
import { accountNotFound } from '../refusals';
import type { RequestContext } from '../request-context';
import { RequiresScope } from '../scope';
import { InAppNotification } from '../types/in-app-notification';

interface WatchArguments {
  readonly accountId: string;
}

/** Subscriptions, carried by server-sent events. */
@Resolver()
export class NotificationResolver {
  @RequiresScope('offers:read')
  @Subscription(() => [InAppNotification], {
    subscribe: ({ args, context }) => watch(args as WatchArguments, context as RequestContext),
    description:
      'The notifications to show now, and again whenever they change: all of them each time, so that nothing is lost ' +
      'between two connections. Over server-sent events at /graphql/stream.',
  })
  async inAppNotifications(
    @Arg('accountId', () => ID, { description: 'The account that is watched.' }) accountId: string,
    @Arg('userId', () => ID, { nullable: true, description: 'The person who looks.' }) userId: string | null,
    @Arg('placement', () => String, {
      nullable: true,
      description: 'Only those for this place; default: all.',
    })
    placement: string | null,
    @Arg('first', () => Int, { nullable: true, defaultValue: 5, description: 'At most this many, 1 to 100.' })
    first: number | null,
    @Ctx() request: RequestContext,
  ): Promise<readonly NotificationView[]> {
    const answer = await request.services.notify({
      accountId: reachableAccount(request.caller, accountId),
      userId: reachableUser(request.caller, userId),
      context: { surface: 'IN_APP', placement: placement ?? undefined },
      first: pageSize(first, 5),
    });
    if ('failure' in answer) throw accountNotFound(accountId);
    return answer;
  }
}

/** An account that the caller may not see is answered as one that is not there, before anything of it is watched. */
async function watch({ accountId }: WatchArguments, request: RequestContext): Promise<ChangeFeed> {
  const id = reachableAccount(request.caller, accountId);
  if ((await request.accounts.load(id)) === null) throw accountNotFound(id);
  const feed = await request.services.watchAccount(id);
  if (feed !== null) return feed;
  throw new GraphQLError(
    'Too many streams are open, for this account or altogether. Close one, or ask again later.',
    {
      extensions: { code: 'TOO_MANY_STREAMS', http: { status: 429 } },
    },
  );
}
