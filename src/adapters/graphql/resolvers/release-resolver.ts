/** Publishes what is pending, goes back, and shows what was published. */
import 'reflect-metadata';
import { Arg, Ctx, FieldResolver, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { PublishResult } from '../../../application/govern/govern-results';
import { actorOf } from '../actor-of';
import { pageSize } from '../arguments';
import { toConnection } from '../connections';
import { decodeCursor } from '../cursor';
import { invalidCursor } from '../refusals';
import type { RequestContext } from '../request-context';
import { RequiresScope } from '../scope';
import { showChange, showOutcome } from '../show-governance';
import type { Connection } from '../types/connection';
import { DocumentChange } from '../types/draft';
import { PublishFields, RollbackFields } from '../types/governance-inputs';
import { PublishPayload } from '../types/governance-payloads';
import { Release, ReleaseConnection } from '../types/release';
import { AFTER, FIRST } from './page-arguments';

const DEFAULT_PAGE = 20;
const NUMBER = /^[1-9]\d{0,9}$/;

/** Queries and mutations of those who publish. */
@Resolver(() => Release)
export class ReleaseResolver {
  @FieldResolver(() => [DocumentChange], {
    description: 'What it changed of the release before it, by kind, then key; empty for the first.',
  })
  async changes(
    @Root() { number }: Release,
    @Ctx() request: RequestContext,
  ): Promise<readonly DocumentChange[]> {
    return (await request.services.governance.changesOf(number)).map(showChange);
  }

  @RequiresScope('rules:read')
  @Query(() => ReleaseConnection, { description: 'Releases, newest first.' })
  async releases(
    @Arg('first', () => Int, { ...FIRST, defaultValue: DEFAULT_PAGE }) first: number | null,
    @Arg('after', () => String, AFTER) after: string | null,
    @Ctx() request: RequestContext,
  ): Promise<Connection<Release>> {
    const asked = { list: 'releases', first: pageSize(first, DEFAULT_PAGE), after: after ?? null } as const;
    const before = decodeCursor('releases', asked.after);
    if (before !== null && !NUMBER.test(before)) throw invalidCursor('after');
    const page = await request.services.governance.releases(
      before === null ? null : Number(before),
      asked.first,
    );
    const last = page.items.at(-1);
    return toConnection(asked, {
      items: page.items,
      keyOf: ({ number }) => String(number),
      hasNextPage: page.hasNextPage,
      continueAfter: last === undefined ? null : String(last.number),
      countAll: () => page.total,
    });
  }

  @RequiresScope('rules:read')
  @Query(() => Release, {
    nullable: true,
    description: 'One release; null when there is none of this number.',
  })
  release(
    @Arg('number', () => Int, { description: 'Its number.' }) number: number,
    @Ctx() request: RequestContext,
  ): Promise<object | null> {
    return request.services.governance.release(number);
  }

  @RequiresScope('rules:publish')
  @Mutation(() => PublishPayload, {
    description:
      'Publishes the pending changes: checks, rule tests, both evaluators on a sample of accounts, approval where the policy asks for it, then the release.',
  })
  async publish(
    @Arg('input', () => PublishFields, { description: 'Why, and when.' })
    { message, at, idempotencyKey }: PublishFields,
    @Ctx() request: RequestContext,
  ): Promise<object> {
    const { governance } = request.services;
    const input = { message, at: at ?? null, idempotencyKey };
    return published(request, await governance.publish(input, actorOf(request.caller)));
  }

  @RequiresScope('rules:publish')
  @Mutation(() => PublishPayload, {
    description:
      'Goes back in one step: the documents of an earlier release become the newest one. Pending changes stay pending.',
  })
  async rollback(
    @Arg('input', () => RollbackFields, { description: 'Where to go back to, and why.' })
    input: RollbackFields,
    @Ctx() request: RequestContext,
  ): Promise<object> {
    const { governance } = request.services;
    return published(request, await governance.rollBack(input, actorOf(request.caller)));
  }
}

async function published({ services }: RequestContext, result: PublishResult): Promise<object> {
  const release = result.release === null ? null : await services.governance.release(result.release);
  return { ...showOutcome(result), release };
}
