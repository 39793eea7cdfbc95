/** Shows the vocabulary of conditions: facts and operators. */
import 'reflect-metadata';
import { GraphQLJSON } from 'graphql-scalars';
import { Field, Float, ID, ObjectType } from 'type-graphql';

/** A fact that a rule may name. */
@ObjectType({ simpleResolvers: true, description: 'A fact that a condition may name.' })
export class FactDefinition {
  @Field(() => ID, { description: 'Its dotted name, for instance usage.seats.ratio.' })
  name!: string;

  @Field(() => String, { description: 'string, integer, number, boolean, date, list or object.' })
  type!: string;

  @Field(() => String, { description: 'Where its value comes from.' })
  source!: string;

  @Field(() => String, { nullable: true, description: 'Its unit; null for plain text and flags.' })
  unit?: string | null;

  @Field(() => String, { description: 'One sentence for the person who writes a rule.' })
  meaning!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'The metric it belongs to; null when it is not about usage.',
  })
  metric!: string | null;

  @Field(() => String, { nullable: true, description: 'What a list holds.' })
  items?: string | null;

  @Field(() => [GraphQLJSON], {
    nullable: true,
    description: 'The values that exist; null when any may occur.',
  })
  allowed?: readonly unknown[] | null;

  @Field(() => Float, { nullable: true, description: 'The smallest value it can have.' })
  minimum?: number | null;

  @Field(() => Float, { nullable: true, description: 'The largest value it can have.' })
  maximum?: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'Older than this many days it is stale; null: the policy says.',
  })
  maxAgeDays?: number | null;

  @Field(() => GraphQLJSON, { nullable: true, description: 'A typical value.' })
  sample!: unknown;
}

/** An operator that a condition may use. */
@ObjectType({ simpleResolvers: true, description: 'An operator that a condition may use.' })
export class OperatorDefinition {
  @Field(() => ID, { description: 'Its name.' })
  name!: string;

  @Field(() => String, { description: 'Words to stand between fact and value: is at least.' })
  phrase!: string;

  @Field(() => String, { description: 'What it decides.' })
  description!: string;

  @Field(() => [String], { description: 'Types of facts it may be applied to.' })
  factTypes!: readonly string[];

  @Field(() => String, {
    description: 'What may stand on its right: any, number, list, date, days, flag or item.',
  })
  operand!: string;

  @Field(() => String, { description: 'json-rules-engine, or own.' })
  origin!: string;

  @Field(() => GraphQLJSON, { nullable: true, description: 'An example of the right-hand side.' })
  sample!: unknown;
}
