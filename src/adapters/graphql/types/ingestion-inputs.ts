/** Takes in accounts, usage and account events, one item at a time. */
import 'reflect-metadata';
import { GraphQLJSONObject } from 'graphql-scalars';
import { Field, Float, ID, InputType } from 'type-graphql';
import { AccountEventTypeEnum, UsageKindEnum } from '../enums';
import { DateTime } from '../scalars/date-time';

/** One report of usage. */
@InputType('UsageEventInput', { description: 'One report of usage.' })
export class UsageEventFields {
  @Field(() => ID, { description: "The sender's own id of the event; deduplicated for ever." })
  id!: string;

  @Field(() => ID, { description: 'The account that used something.' })
  accountId!: string;

  @Field(() => ID, { description: 'Key of the metric.' })
  metric!: string;

  @Field(() => Float, { description: 'Units: the level for SET, the change for ADD.' })
  value!: number;

  @Field(() => UsageKindEnum, { nullable: true, defaultValue: 'SET', description: 'How the value counts.' })
  kind?: string | null;

  @Field(() => DateTime, { description: 'When it was so; events may arrive late and out of order.' })
  at!: string;
}

/** Something that happened to an account. */
@InputType('AccountEventInput', { description: 'Something that happened to an account.' })
export class AccountEventFields {
  @Field(() => ID, { description: "The sender's own id of the event; deduplicated for ever." })
  id!: string;

  @Field(() => ID, { description: 'The account it happened to.' })
  accountId!: string;

  @Field(() => AccountEventTypeEnum, { description: 'What happened.' })
  type!: string;

  @Field(() => DateTime, { description: 'When.' })
  at!: string;

  @Field(() => GraphQLJSONObject, {
    nullable: true,
    description: 'What the type needs, for instance {"plan": "growth"}.',
  })
  data?: Record<string, unknown> | null;
}
