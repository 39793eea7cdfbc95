/** Shows accounts: one by its id, or page by page. */
import 'reflect-metadata';
import { Arg, Ctx, ID, Int, Query, Resolver } from 'type-graphql';
import { optionalId, pageSize, requireId } from '../arguments';
import { toConnection } from '../connections';
import { decodeCursor } from '../cursor';
import { audienceNotFound } from '../refusals';
import type { RequestContext } from '../request-context';
import { RequiresScope } from '../scope';
import { showAccount } from '../show-account';
import { Account, AccountConnection } from '../types/account';
import type { Connection } from '../types/connection';
import { AFTER, FIRST } from './page-arguments';

/** Queries of ops about accounts. */
@Resolver()
export class AccountResolver {
  @RequiresScope('rules:read')
  @Query(() => Account, { nullable: true, description: 'One account; null when there is none of this id.' })
  async account(
    @Arg('id', () => ID, { description: 'Its id, compared byte by byte.' }) id: string,
    @Ctx() request: RequestContext,
  ): Promise<Account | null> {
    const view = await request.accounts.load(requireId('id', id));
    return view === null ? null : showAccount(view);
  }

  @RequiresScope('rules:read')
  @Query(() => AccountConnection, {
    description:
      'Accounts in ascending order of their ids. With an audience a page may hold fewer than `first` although there are more: go on with `endCursor`.',
  })
  async accounts(
    @Arg('first', () => Int, FIRST) first: number | null,
    @Arg('after', () => String, AFTER) after: string | null,
    @Arg('audience', () => ID, { nullable: true, description: 'Only members of this audience, by its key.' })
    audience: string | null,
    @Ctx() request: RequestContext,
  ): Promise<Connection<Account>> {
    const asked = { list: 'accounts' as const, first: pageSize(first, 50), after: after ?? null };
    const key = optionalId('audience', audience);
    const listing = await request.services.listAccounts({
      after: decodeCursor('accounts', after),
      first: asked.first,
      audience: key,
    });
    if ('failure' in listing) throw audienceNotFound(key ?? '');
    const { items, hasNextPage, continueAfter } = listing.page;
    const countAll = () => listing.page.count();
    return toConnection(asked, {
      items: items.map(showAccount),
      keyOf: (account) => account.id,
      hasNextPage,
      continueAfter,
      countAll,
    });
  }
}
