/** Shows the rules, audiences and offers of the published release. */
import 'reflect-metadata';
import { Arg, Ctx, ID, Int, Query, Resolver } from 'type-graphql';
import { pageSize, requireId } from '../arguments';
import { pageOfDocuments } from '../connections';
import type { PagedList } from '../cursor';
import type { RequestContext } from '../request-context';
import { RequiresScope } from '../scope';
import { showAudience, showOffer, showRule } from '../show-documents';
import type { Connection } from '../types/connection';
import {
  Audience,
  AudienceConnection,
  type Offer,
  OfferConnection,
  Rule,
  RuleConnection,
} from '../types/rule-documents';
import { AFTER, FIRST } from './page-arguments';

/** Queries of ops about what decides. */
@Resolver()
export class RuleResolver {
  @RequiresScope('rules:read')
  @Query(() => Audience, {
    nullable: true,
    description: 'One audience; null when there is none of this key.',
  })
  audience(
    @Arg('key', () => ID, { description: 'Its key.' }) key: string,
    @Ctx() request: RequestContext,
  ): Audience | null {
    const document = request.services.release().documents.audience.get(requireId('key', key));
    return document === undefined ? null : showAudience(document);
  }

  @RequiresScope('rules:read')
  @Query(() => AudienceConnection, { description: 'Audiences in ascending order of their keys.' })
  audiences(
    @Arg('first', () => Int, FIRST) first: number | null,
    @Arg('after', () => String, AFTER) after: string | null,
    @Ctx() request: RequestContext,
  ): Connection<Audience> {
    return pageOfDocuments(
      asked('audiences', first, after),
      request.services.release().documents.audience,
      showAudience,
    );
  }

  @RequiresScope('rules:read')
  @Query(() => Rule, { nullable: true, description: 'One rule; null when there is none of this key.' })
  rule(
    @Arg('key', () => ID, { description: 'Its key.' }) key: string,
    @Ctx() request: RequestContext,
  ): Rule | null {
    const document = request.services.release().documents.rule.get(requireId('key', key));
    return document === undefined ? null : showRule(document);
  }

  @RequiresScope('rules:read')
  @Query(() => RuleConnection, { description: 'Rules in ascending order of their keys.' })
  rules(
    @Arg('first', () => Int, FIRST) first: number | null,
    @Arg('after', () => String, AFTER) after: string | null,
    @Ctx() request: RequestContext,
  ): Connection<Rule> {
    return pageOfDocuments(asked('rules', first, after), request.services.release().documents.rule, showRule);
  }

  @RequiresScope('rules:read')
  @Query(() => OfferConnection, { description: 'Offers of the catalogue in ascending order of their keys.' })
  offers(
    @Arg('first', () => Int, FIRST) first: number | null,
    @Arg('after', () => String, AFTER) after: string | null,
    @Ctx() request: RequestContext,
  ): Connection<Offer> {
    return pageOfDocuments(
      asked('offers', first, after),
      request.services.release().documents.offer,
      showOffer,
    );
  }
}

function asked(list: PagedList, first: number | null, after: string | null) {
  return { list, first: pageSize(first, 50), after: after ?? null };
}
