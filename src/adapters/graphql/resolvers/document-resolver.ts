/** Shows what documents may say, and checks one that somebody is writing. */
import 'reflect-metadata';
import { GraphQLJSONObject } from 'graphql-scalars';
import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import { kindOf, type KindWord } from '../document-kinds';
import { DocumentKindEnum } from '../enums';
import type { RequestContext } from '../request-context';
import { RequiresScope } from '../scope';
import { FactDefinition, OperatorDefinition } from '../types/catalogue';
import { Problem } from '../types/problem';

const KIND = { description: 'The kind of document.' };

/** Queries of those who write rules. */
@Resolver()
export class DocumentResolver {
  @RequiresScope('rules:read')
  @Query(() => [FactDefinition], {
    description: 'Every fact a condition may name, in ascending order of the names.',
  })
  factCatalogue(@Ctx() request: RequestContext): readonly FactDefinition[] {
    return [...request.services.release().facts.values()];
  }

  @RequiresScope('rules:read')
  @Query(() => [OperatorDefinition], { description: 'Every operator a condition may use.' })
  operatorCatalogue(@Ctx() request: RequestContext): readonly OperatorDefinition[] {
    return request.services.operators;
  }

  @RequiresScope('rules:read')
  @Query(() => GraphQLJSONObject, {
    description: 'JSON Schema (2020-12) of a kind of document, for editors.',
  })
  documentSchema(
    @Arg('kind', () => DocumentKindEnum, KIND) kind: KindWord,
    @Ctx() request: RequestContext,
  ): Record<string, unknown> {
    return request.services.documentSchema(kindOf(kind));
  }

  @RequiresScope('rules:read')
  @Query(() => [Problem], {
    description:
      'Every problem of a document, judged within the published release; empty when it could be published.',
  })
  validateDocument(
    @Arg('kind', () => DocumentKindEnum, KIND) kind: KindWord,
    @Arg('document', () => GraphQLJSONObject, { description: 'The document as it would be saved.' })
    document: Record<string, unknown>,
    @Ctx() request: RequestContext,
  ): readonly Problem[] {
    return request.services.validateDocument(kindOf(kind), document);
  }
}
