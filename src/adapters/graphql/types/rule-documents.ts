/** Shows rules, audiences and offers of the published release. */
import 'reflect-metadata';
import { GraphQLJSONObject } from 'graphql-scalars';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { MotionEnum, OfferKindEnum } from '../enums';
import { DateTime } from '../scalars/date-time';
import { connectionType } from './connection';

/** A named condition. */
@ObjectType({
  simpleResolvers: true,
  description: 'A named condition that rules and other audiences refer to by key.',
})
export class Audience {
  @Field(() => ID, { description: 'Its key.' })
  key!: string;

  @Field(() => String, { description: 'What people call it.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'What it is for.' })
  description?: string | null;

  @Field(() => GraphQLJSONObject, { description: 'Its condition, as json-rules-engine writes it.' })
  conditions!: Record<string, unknown>;

  @Field(() => GraphQLJSONObject, { description: 'The whole document.' })
  document!: Record<string, unknown>;
}

/** A rule. */
@ObjectType({ simpleResolvers: true, description: 'A condition and what happens when it holds.' })
export class Rule {
  @Field(() => ID, { description: 'Its key.' })
  key!: string;

  @Field(() => String, { nullable: true, description: 'What it is for.' })
  description?: string | null;

  @Field(() => ID, { nullable: true, description: 'The topic it rests on.' })
  topic?: string | null;

  @Field(() => Boolean, { description: 'Whether it is evaluated.' })
  enabled!: boolean;

  @Field(() => Int, { description: 'Higher goes first.' })
  priority!: number;

  @Field(() => GraphQLJSONObject, { description: 'Its condition, as json-rules-engine writes it.' })
  conditions!: Record<string, unknown>;

  @Field(() => GraphQLJSONObject, { description: 'What happens when it holds: type and params.' })
  event!: Record<string, unknown>;

  @Field(() => GraphQLJSONObject, { description: 'The whole document.' })
  document!: Record<string, unknown>;
}

/** An offer of the catalogue. */
@ObjectType({ simpleResolvers: true, description: 'Something the catalogue sells, whoever may see it.' })
export class Offer {
  @Field(() => ID, { description: 'Its key.' })
  key!: string;

  @Field(() => String, { description: 'What people call it.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'What it is for.' })
  description?: string | null;

  @Field(() => OfferKindEnum, { description: 'What it changes.' })
  kind!: string;

  @Field(() => MotionEnum, { description: 'The motion it belongs to.' })
  motion!: string;

  @Field(() => ID, { nullable: true, description: 'The plan it leads to.' })
  plan?: string | null;

  @Field(() => ID, { description: 'The topic it rests on.' })
  topic!: string;

  @Field(() => String, { description: 'active or retired.' })
  status!: string;

  @Field(() => DateTime, { description: 'From when it may be made, inclusive.' })
  validFrom!: string;

  @Field(() => DateTime, { nullable: true, description: 'Until when, exclusive; null: no end.' })
  validUntil!: string | null;

  @Field(() => GraphQLJSONObject, { description: 'The whole document.' })
  document!: Record<string, unknown>;
}

/** A page of audiences. */
export const AudienceConnection = connectionType('Audience', 'audiences', () => Audience);
/** A page of rules. */
export const RuleConnection = connectionType('Rule', 'rules', () => Rule);
/** A page of offers. */
export const OfferConnection = connectionType('Offer', 'offers', () => Offer);
