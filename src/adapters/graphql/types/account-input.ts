/** Takes in an account as its owner knows it. */
import 'reflect-metadata';
import { GraphQLJSONObject } from 'graphql-scalars';
import { Field, Float, ID, InputType, Int } from 'type-graphql';
import { AccountStatusEnum, BillingIntervalEnum, ContractTermEnum } from '../enums';
import { CurrencyCode } from '../scalars/currency-code';
import { DateTime } from '../scalars/date-time';

/** How long the account is bound. */
@InputType('ContractInput', { description: 'How long the account is bound.' })
export class ContractFields {
  @Field(() => ContractTermEnum, { description: 'How long a contract binds.' })
  term!: string;

  @Field(() => DateTime, { nullable: true, description: 'When it renews next.' })
  renewsAt?: string | null;
}

/** How the relationship stands. */
@InputType('HealthInput', { description: 'How the relationship stands; leave out what is not known.' })
export class HealthFields {
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

  @Field(() => DateTime, { nullable: true, description: 'As of when; without it health counts as stale.' })
  asOf?: string | null;
}

/** Whom to reach. */
@InputType('ContactInput', { description: 'Whom to reach; personal data, never logged.' })
export class ContactFields {
  @Field(() => String, { nullable: true, description: 'Name of the person.' })
  name?: string | null;

  @Field(() => String, { nullable: true, description: 'Telephone number.' })
  phone?: string | null;

  @Field(() => String, { nullable: true, description: 'E-mail address.' })
  email?: string | null;
}

/** An account; it replaces what was known under its id. */
@InputType('AccountInput', {
  description: 'An account; it replaces what was known under its id, usage excepted.',
})
export class AccountFields {
  @Field(() => ID, { description: "The caller's own id, compared byte by byte." })
  id!: string;

  @Field(() => String, { description: 'Name of the company.' })
  name!: string;

  @Field(() => AccountStatusEnum, { description: 'Where it stands.' })
  status!: string;

  @Field(() => ID, { nullable: true, description: 'A plan key of the catalogue.' })
  plan?: string | null;

  @Field(() => BillingIntervalEnum, { nullable: true, description: 'How often it pays.' })
  billingInterval?: string | null;

  @Field(() => CurrencyCode, { nullable: true, description: 'What it pays in.' })
  currency?: string | null;

  @Field(() => DateTime, { nullable: true, description: 'Since when it pays.' })
  paidSince?: string | null;

  @Field(() => DateTime, { nullable: true, description: 'Since when it is on its plan.' })
  planSince?: string | null;

  @Field(() => DateTime, { nullable: true, description: 'When it left; for CHURNED.' })
  churnedAt?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'For instance self-serve, low-touch, high-touch, enterprise.',
  })
  segment?: string | null;

  @Field(() => ID, { nullable: true, description: 'Chooses the words of offers, for instance healthcare.' })
  industry?: string | null;

  @Field(() => String, { nullable: true, description: 'ISO 3166-1 alpha-2, for instance US.' })
  country?: string | null;

  @Field(() => String, { nullable: true, description: 'ISO 3166-2, for instance US-CA.' })
  region?: string | null;

  @Field(() => ContractFields, { nullable: true, description: 'How long it is bound.' })
  contract?: ContractFields | null;

  @Field(() => HealthFields, { nullable: true, description: 'How the relationship stands.' })
  health?: HealthFields | null;

  @Field(() => String, { nullable: true, description: 'Who owns the account on our side.' })
  owner?: string | null;

  @Field(() => String, { nullable: true, description: 'Its customer success manager.' })
  csm?: string | null;

  @Field(() => String, { nullable: true, description: 'Its id in the CRM.' })
  crmId?: string | null;

  @Field(() => ContactFields, { nullable: true, description: 'Whom to reach.' })
  contact?: ContactFields | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'Keys of add-ons, capacity and plans of other families it has.',
  })
  addOns?: string[] | null;

  @Field(() => GraphQLJSONObject, { nullable: true, description: 'Own facts: `attributes.<name>` in rules.' })
  attributes?: Record<string, unknown> | null;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: 'Whether it is for trying things out.',
  })
  test?: boolean | null;
}
