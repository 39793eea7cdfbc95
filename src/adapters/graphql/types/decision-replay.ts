/** Shows whether a logged decision, made again, is the same. */
import 'reflect-metadata';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { ReplayOutcomeEnum } from '../enums';
import { DateTime } from '../scalars/date-time';

/** A logged decision, made again. */
@ObjectType({ simpleResolvers: true, description: 'A logged decision, made again.' })
export class DecisionReplay {
  @Field(() => ID, { description: 'Id of the decision.' })
  id!: string;

  @Field(() => ID, { description: 'The account it was made for.' })
  accountId!: string;

  @Field(() => Int, { description: 'The release that decided.' })
  release!: number;

  @Field(() => DateTime, { description: 'When.' })
  decidedAt!: string;

  @Field(() => ReplayOutcomeEnum, { description: 'Whether the answer is the same.' })
  outcome!: string;

  @Field(() => [String], {
    description: 'The differences in words, or why it can’t be made again; empty where it is the same.',
  })
  differences!: readonly string[];
}
