/** Shows the answer for one account: what is offered, what is not and why. */
import 'reflect-metadata';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { MotionEnum, SuppressionCodeEnum } from '../enums';
import { DateTime } from '../scalars/date-time';
import { RecommendedOffer } from './recommended-offer';

/** An offer of the catalogue that is not made. */
@ObjectType({ simpleResolvers: true, description: 'An offer of the catalogue that is not made.' })
export class SuppressedOffer {
  @Field(() => ID, { description: 'Key of the offer.' })
  offerKey!: string;

  @Field(() => String, {
    description: 'Where it dropped: signal, eligibility, guardrail, wording or ranking.',
  })
  stage!: string;

  @Field(() => SuppressionCodeEnum, { description: 'Why.' })
  code!: string;

  @Field(() => String, { description: 'The rule or setting that bit, with its numbers.' })
  message!: string;
}

/** One summand of upsellReadiness. */
@ObjectType({ simpleResolvers: true, description: 'One summand of upsellReadiness.' })
export class ReadinessPoints {
  @Field(() => ID, { description: 'Key of the scoring rule that matched.' })
  ruleKey!: string;

  @Field(() => Int, { description: 'Points it gave or took.' })
  points!: number;
}

/** The answer for one account. */
@ObjectType({ simpleResolvers: true, description: 'The answer for one account, here and now.' })
export class Decision {
  @Field(() => ID, { description: 'Names this decision in the log.' })
  id!: string;

  @Field(() => ID, { description: 'The account asked for.' })
  accountId!: string;

  @Field(() => Int, { description: 'The release that decided.' })
  release!: number;

  @Field(() => DateTime, { description: 'When.' })
  decidedAt!: string;

  @Field(() => MotionEnum, { description: 'The play the account is in.' })
  motion!: string;

  @Field(() => String, { description: 'Why it is in that motion.' })
  motionReason!: string;

  @Field(() => Int, { description: 'upsellReadiness, 0 to 100.' })
  readiness!: number;

  @Field(() => [ReadinessPoints], { description: 'What the readiness is made of.' })
  readinessPoints!: readonly ReadinessPoints[];

  @Field(() => [RecommendedOffer], { description: 'Best first; empty when nothing calls for an offer.' })
  offers!: readonly RecommendedOffer[];

  @Field(() => [SuppressedOffer], {
    description:
      'Every other offer of the catalogue, by key. Empty for a caller without the scope rules:read.',
  })
  suppressed!: readonly SuppressedOffer[];

  @Field(() => Boolean, {
    description: 'Whether it was made from what this replica remembers, because the database was away.',
  })
  degraded!: boolean;

  @Field(() => Int, {
    nullable: true,
    description: 'Seconds since the account was read; null unless degraded.',
  })
  dataAgeSeconds!: number | null;
}
