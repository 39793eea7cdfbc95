/** Shows an account and its usage against its limits. */
import 'reflect-metadata';
import { GraphQLJSONObject } from 'graphql-scalars';
import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { AccountStatusEnum, BillingIntervalEnum, ContractTermEnum } from '../enums';
import { CurrencyCode } from '../scalars/currency-code';
import { DateTime } from '../scalars/date-time';
import { connectionType } from './connection';

/** A threshold that usage has crossed. */
@ObjectType({ simpleResolvers: true, description: 'A threshold that usage has crossed in this period.' })
export class Crossing {
  @Field(() => Float, {
    nullable: true,
    description: 'The threshold as a share of the limit; null when it is absolute.',
  })
  ratio!: number | null;

  @Field(() => Float, { nullable: true, description: 'The threshold in units; null when it is a share.' })
  absolute!: number | null;

  @Field(() => DateTime, { description: 'When it was crossed.' })
  crossedAt!: string;
}

/** Usage of one metric. */
@ObjectType({ simpleResolvers: true, description: 'Usage of one metric against what the plan allows.' })
export class Usage {
  @Field(() => ID, { description: 'Key of the metric.' })
  metric!: string;

  @Field(() => String, { description: 'What is counted, as a plural noun.' })
  unit!: string;

  @Field(() => Float, { nullable: true, description: 'Units used in the period; null when never reported.' })
  used!: number | null;

  @Field(() => Float, { nullable: true, description: 'What 100 % is; null when unlimited or not known.' })
  limit!: number | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether the plan sets no limit; null when it does not say.',
  })
  unlimited!: boolean | null;

  @Field(() => Float, { nullable: true, description: 'used / limit; null without a limit above zero.' })
  ratio!: number | null;

  @Field(() => String, { description: 'calendar-month, rolling-30d or none.' })
  period!: string;

  @Field(() => DateTime, { nullable: true, description: 'Time of the newest event counted.' })
  asOf!: string | null;

  @Field(() => Float, {
    nullable: true,
    description:
      'Change against the same point one period earlier, as a share of it; null when nothing is known of it.',
  })
  trend!: number | null;

  @Field(() => [Crossing], { description: 'Thresholds crossed in this period, oldest first.' })
  crossings!: readonly Crossing[];
}

/** How long an account is bound. */
@ObjectType({ simpleResolvers: true, description: 'How long the account is bound.' })
export class Contract {
  @Field(() => ContractTermEnum, { description: 'How long a contract binds.' })
  term!: string;

  @Field(() => DateTime, { nullable: true, description: 'When it renews next.' })
  renewsAt?: string | null;
}

/** How the relationship stands. */
@ObjectType({ simpleResolvers: true, description: 'How the relationship stands; null is not known.' })
export class Health {
  @Field(() => Float, { nullable: true, description: 'Customer satisfaction, 1 to 5.' })
  csat?: number | null;

  @Field(() => Float, { nullable: true, description: 'From -1, hostile, to 1, delighted.' })
  sentiment?: number | null;

  @Field(() => Int, { nullable: true, description: 'Support escalations that are not resolved.' })
  openEscalations?: number | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether there was a billing issue lately.' })
  billingIssue?: boolean | null;

  @Field(() => Float, { nullable: true, description: 'Probability of churn, 0 to 1.' })
  churnRisk?: number | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether usage has dropped off.' })
  usageDropOff?: boolean | null;

  @Field(() => DateTime, { nullable: true, description: 'As of when.' })
  asOf?: string | null;
}

/** One customer. */
@ObjectType({
  simpleResolvers: true,
  description: 'One customer, as its owner sent it, with its usage. No contact data.',
})
export class Account {
  @Field(() => ID, { description: "The caller's own id, compared byte by byte." })
  id!: string;

  @Field(() => String, { description: 'Name of the company.' })
  name!: string;

  @Field(() => AccountStatusEnum, { description: 'Where it stands.' })
  status!: string;

  @Field(() => ID, { nullable: true, description: 'Key of its plan.' })
  plan?: string | null;

  @Field(() => BillingIntervalEnum, { nullable: true, description: 'How often it pays.' })
  billingInterval?: string | null;

  @Field(() => CurrencyCode, { nullable: true, description: 'What it pays in.' })
  currency?: string | null;

  @Field(() => DateTime, { nullable: true, description: 'Since when it pays.' })
  paidSince?: string | null;

  @Field(() => DateTime, { nullable: true, description: 'Since when it is on its plan.' })
  planSince?: string | null;

  @Field(() => DateTime, { nullable: true, description: 'When it left.' })
  churnedAt?: string | null;

  @Field(() => ID, { nullable: true, description: 'Its segment.' })
  segment?: string | null;

  @Field(() => ID, { nullable: true, description: 'Its industry.' })
  industry?: string | null;

  @Field(() => String, { nullable: true, description: 'ISO 3166-1 alpha-2.' })
  country?: string | null;

  @Field(() => String, { nullable: true, description: 'ISO 3166-2.' })
  region?: string | null;

  @Field(() => Contract, { nullable: true, description: 'How long it is bound.' })
  contract?: Contract | null;

  @Field(() => Health, { nullable: true, description: 'How the relationship stands.' })
  health?: Health | null;

  @Field(() => String, { nullable: true, description: 'Who owns the account on our side.' })
  owner?: string | null;

  @Field(() => String, { nullable: true, description: 'Its customer success manager.' })
  csm?: string | null;

  @Field(() => String, { nullable: true, description: 'Its id in the CRM.' })
  crmId?: string | null;

  @Field(() => [ID], { description: 'Keys of add-ons, capacity and plans of other families it has.' })
  addOns!: readonly string[];

  @Field(() => GraphQLJSONObject, { description: 'Own facts.' })
  attributes!: Readonly<Record<string, unknown>>;

  @Field(() => Boolean, { description: 'Whether it is for trying things out.' })
  test!: boolean;

  @Field(() => [Usage], { description: 'Every metric that is reported or limited, by key.' })
  usage!: readonly Usage[];
}

/** A page of accounts. */
export const AccountConnection = connectionType('Account', 'accounts', () => Account);
