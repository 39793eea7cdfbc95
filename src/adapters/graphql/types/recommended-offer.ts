/** Shows one offer that is made, with its words, its numbers and what it rests on. */
import 'reflect-metadata';
import { GraphQLJSONObject } from 'graphql-scalars';
import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { BillingIntervalEnum, CloseModeEnum, OfferKindEnum, SignalEnum } from '../enums';
import { DateTime } from '../scalars/date-time';
import { Money } from './money';

/** The numbers that set an offer or a notice off. */
@ObjectType({ simpleResolvers: true, description: 'The numbers that set an offer or a notice off.' })
export class Trigger {
  @Field(() => ID, { description: 'Key of the metric.' })
  metric!: string;

  @Field(() => String, { description: 'What is counted, as a plural noun.' })
  unit!: string;

  @Field(() => Float, { description: 'Units used in the period.' })
  used!: number;

  @Field(() => Float, {
    nullable: true,
    description: 'Units the plan allows; null when unlimited or not known.',
  })
  limit!: number | null;

  @Field(() => Float, { nullable: true, description: 'used / limit; null without a limit above zero.' })
  ratio!: number | null;

  @Field(() => Float, {
    nullable: true,
    description:
      'Highest threshold crossed in the period: a ratio of the limit, or units where there is none.',
  })
  threshold!: number | null;

  @Field(() => DateTime, { nullable: true, description: 'When that threshold was crossed.' })
  crossedAt!: string | null;
}

/** What the offer does to the bill. */
@ObjectType({
  simpleResolvers: true,
  description: 'List prices of the published catalogue, before and after.',
})
export class PriceChange {
  @Field(() => Money, {
    nullable: true,
    description: 'Paid today for what is offered; null when nothing is.',
  })
  current!: Money | null;

  @Field(() => Money, { description: 'The approved list price.' })
  proposed!: Money;

  @Field(() => Money, { description: 'proposed - current; negative when it gets cheaper.' })
  difference!: Money;

  @Field(() => BillingIntervalEnum, { description: 'How often it is charged.' })
  interval!: string;
}

/** What the offer is worth to the buyer. */
@ObjectType({
  simpleResolvers: true,
  description: "What the offer is worth, computed from the account's own numbers.",
})
export class ValueCase {
  @Field(() => String, { description: 'One sentence for the buyer.' })
  statement!: string;

  @Field(() => Money, {
    nullable: true,
    description: 'Saved a month; null where the case is not about money.',
  })
  monthlyDifference!: Money | null;

  @Field(() => GraphQLJSONObject, { description: 'Every figure the statement used, by name.' })
  figures!: Record<string, unknown>;
}

/** The approved text an offer rests on. */
@ObjectType({ simpleResolvers: true, description: 'The approved text an offer rests on.' })
export class TopicCitation {
  @Field(() => ID, { description: 'Key of the topic.' })
  key!: string;

  @Field(() => Int, { description: 'The release it was published in.' })
  release!: number;

  @Field(() => String, { description: 'The passage.' })
  excerpt!: string;
}

/** One summand of a score. */
@ObjectType({ simpleResolvers: true, description: 'One summand of an offer’s score.' })
export class ScoreTerm {
  @Field(() => String, { description: 'priority, signal, urgency or readiness.' })
  term!: string;

  @Field(() => Float, { description: 'What was found.' })
  value!: number;

  @Field(() => Float, { description: 'Its weight in the policy.' })
  weight!: number;

  @Field(() => Float, { description: 'value x weight.' })
  points!: number;
}

/** One offer, ready to show. */
@ObjectType({ simpleResolvers: true, description: 'One offer, ready to show.' })
export class RecommendedOffer {
  @Field(() => ID, {
    description: 'Names this offer to this account at this price; impressions and answers refer to it.',
  })
  id!: string;

  @Field(() => ID, { description: 'Key of the offer in the catalogue.' })
  offerKey!: string;

  @Field(() => OfferKindEnum, { description: 'What it changes.' })
  kind!: string;

  @Field(() => Int, { description: '1 is first.' })
  rank!: number;

  @Field(() => Float, { description: 'Sum of the points of `scoreTerms`.' })
  score!: number;

  @Field(() => [ScoreTerm], { description: 'What the score is made of.' })
  scoreTerms!: readonly ScoreTerm[];

  @Field(() => SignalEnum, { description: 'Why it appears.' })
  signal!: string;

  @Field(() => String, { description: 'Headline.' })
  title!: string;

  @Field(() => String, { description: 'Text below the headline.' })
  body!: string;

  @Field(() => String, { nullable: true, description: 'To be said first, where an AI agent speaks.' })
  disclosure!: string | null;

  @Field(() => String, { description: 'Label of the button that accepts.' })
  acceptLabel!: string;

  @Field(() => String, { description: 'Label of the button that declines.' })
  declineLabel!: string;

  @Field(() => String, { nullable: true, description: 'Key of the wording this account sees.' })
  treatment!: string | null;

  @Field(() => String, {
    description: "One sentence from the account's own numbers, safe to show to the customer.",
  })
  whyShown!: string;

  @Field(() => Trigger, {
    nullable: true,
    description: 'The usage that set it off; null where usage did not.',
  })
  trigger!: Trigger | null;

  @Field(() => PriceChange, { nullable: true, description: 'What it does to the bill.' })
  price!: PriceChange | null;

  @Field(() => ValueCase, {
    nullable: true,
    description: 'What it is worth; null where the catalogue states no case.',
  })
  valueCase!: ValueCase | null;

  @Field(() => TopicCitation, { nullable: true, description: 'The approved text it rests on.' })
  topic!: TopicCitation | null;

  @Field(() => CloseModeEnum, { description: 'Who finishes the sale.' })
  closeMode!: string;

  @Field(() => DateTime, { description: 'Until when the id can be answered.' })
  expiresAt!: string;
}
