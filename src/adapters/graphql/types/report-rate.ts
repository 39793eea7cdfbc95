/** Shows rates, and how long prompts took after their crossings. */
import 'reflect-metadata';
import { Field, Float, Int, ObjectType } from 'type-graphql';

/** A share with what it was computed from. */
@ObjectType({ simpleResolvers: true, description: 'A share with what it was computed from.' })
export class Rate {
  @Field(() => Float, {
    nullable: true,
    description: 'numerator / denominator; null, never 0, when the denominator is 0.',
  })
  value!: number | null;

  @Field(() => Int, { description: 'What counts.' })
  numerator!: number;

  @Field(() => Int, { description: 'What it is counted among.' })
  denominator!: number;

  @Field(() => Int, {
    description: 'How many of the denominator may still change, because their follow-up window is open.',
  })
  immature!: number;
}

/** How long prompts took after their crossings. */
@ObjectType({ simpleResolvers: true, description: 'How long prompts took after their crossings.' })
export class CrossingToPrompt {
  @Field(() => Float, { nullable: true, description: 'Half were faster, in minutes; null without any.' })
  p50Minutes!: number | null;

  @Field(() => Float, { nullable: true, description: '95 % were faster, in minutes; null without any.' })
  p95Minutes!: number | null;

  @Field(() => Rate, { description: 'The share that took 60 minutes at most.' })
  within60Minutes!: Rate;
}
