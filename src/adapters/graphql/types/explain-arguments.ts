/** Takes the arguments of the queries that explain. */
import 'reflect-metadata';
import { GraphQLJSONObject } from 'graphql-scalars';
import { ArgsType, Field, ID } from 'type-graphql';
import { DateTime } from '../scalars/date-time';
import { DecisionContextInput } from './decision-context';

/** Whom a question is about, where it is asked and when. */
@ArgsType()
export class AccountQuestionArguments {
  @Field(() => ID, { description: 'The account that is asked about.' })
  accountId!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'The person who looks; without one the account counts as the user.',
  })
  userId?: string | null;

  @Field(() => DecisionContextInput, {
    nullable: true,
    description: 'Where and why it is asked; default: in the app.',
  })
  context?: DecisionContextInput | null;

  @Field(() => DateTime, { nullable: true, description: 'What the clock says; default: now.' })
  at?: string | null;
}

/** The same with what is to be otherwise. */
@ArgsType()
export class ExplainArguments extends AccountQuestionArguments {
  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description:
      'Whether the documents as they would be published now decide; default: the release in force.',
  })
  draft?: boolean | null;

  @Field(() => GraphQLJSONObject, {
    nullable: true,
    description:
      'Values by fact name that take the place of the account’s own, and what follows from them follows; null makes a fact missing.',
  })
  facts?: Record<string, unknown> | null;
}
