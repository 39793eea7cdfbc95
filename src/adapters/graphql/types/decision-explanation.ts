/** Shows why an account is offered what it is, and why not. */
import 'reflect-metadata';
import { GraphQLJSONObject } from 'graphql-scalars';
import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { RuleOutcomeEnum, SuppressionCodeEnum } from '../enums';
import { Decision } from './decision';
import { ScoreTerm } from './recommended-offer';

const SUMMARY = { description: 'What made it turn out so, in words.' };
const CONDITIONS = {
  nullable: true,
  description:
    'The tree of its document. Every node has `kind` (comparison, all, any, not, audience), `outcome` and `message`; a comparison also `fact`, `operator`, `expected`, `actual` and `distance`, how far it is from what it should be in the unit of the fact (dates: days); the others `conditions`. null where it was not evaluated.',
};
const UNMET = {
  nullable: true,
  description:
    'The fewest comparisons that would have to turn out otherwise for it to match; null where it was not evaluated.',
};

/** What became of one rule. */
@ObjectType({ simpleResolvers: true, description: 'What became of one rule.' })
export class RuleTrace {
  @Field(() => ID, { description: 'Key of the rule.' })
  key!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'The event type it belongs to: score, assign-motion, suppress, recommend-offer, notify or create-task; null for a rule that can’t be read.',
  })
  stage!: string | null;

  @Field(() => RuleOutcomeEnum, { description: 'How it turned out, on the facts that its stage saw.' })
  outcome!: string;

  @Field(() => String, SUMMARY)
  summary!: string;

  @Field(() => GraphQLJSONObject, CONDITIONS)
  conditions!: object | null;

  @Field(() => Int, UNMET)
  unmet!: number | null;
}

/** What became of one audience. */
@ObjectType({ simpleResolvers: true, description: 'Whether the account is in one audience, and why.' })
export class AudienceTrace {
  @Field(() => ID, { description: 'Key of the audience.' })
  key!: string;

  @Field(() => RuleOutcomeEnum, { description: 'How it turned out, on the facts that the last stage saw.' })
  outcome!: string;

  @Field(() => String, SUMMARY)
  summary!: string;

  @Field(() => GraphQLJSONObject, CONDITIONS)
  conditions!: object | null;

  @Field(() => Int, UNMET)
  unmet!: number | null;
}

/** What became of one offer. */
@ObjectType({ simpleResolvers: true, description: 'What became of one offer of the catalogue.' })
export class OfferTrace {
  @Field(() => ID, { description: 'Key of the offer.' })
  offerKey!: string;

  @Field(() => Boolean, { description: 'Whether it is made.' })
  made!: boolean;

  @Field(() => String, {
    nullable: true,
    description:
      'Where it dropped: signal, eligibility, guardrail, wording or ranking; null where it is made.',
  })
  stage!: string | null;

  @Field(() => SuppressionCodeEnum, { nullable: true, description: 'Why it dropped; null where it is made.' })
  code!: string | null;

  @Field(() => String, {
    description: 'The rule or setting that bit, with its numbers; of an offer that is made, why it is shown.',
  })
  message!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'Key of the rule that recommended it; null where it is not made.',
  })
  ruleKey!: string | null;

  @Field(() => Int, { nullable: true, description: '1 is first; null where it is not made.' })
  rank!: number | null;

  @Field(() => Float, { nullable: true, description: 'Sum of the points; null where it is not made.' })
  score!: number | null;

  @Field(() => [ScoreTerm], { description: 'What the score is made of; empty where it is not made.' })
  scoreTerms!: readonly ScoreTerm[];
}

/** Why an account is offered what it is. */
@ObjectType({ simpleResolvers: true, description: 'Why an account is offered what it is, and why not.' })
export class DecisionExplanation {
  @Field(() => Decision, {
    description:
      'The decision, with every suppressed offer. It is in no log, and its offers can’t be answered.',
  })
  decision!: Decision;

  @Field(() => GraphQLJSONObject, { description: 'Every fact that was known and fresh, by name.' })
  facts!: object;

  @Field(() => [ID], { description: 'Facts that were known and too old, by name.' })
  staleFacts!: readonly string[];

  @Field(() => [ID], {
    description: 'Facts that are not the account’s own but were given with the question.',
  })
  overriddenFacts!: readonly string[];

  @Field(() => RuleTrace, {
    nullable: true,
    description: 'The rule that assigned the motion; null for NONE.',
  })
  motion!: RuleTrace | null;

  @Field(() => GraphQLJSONObject, {
    description:
      '`score` (0 to 100), `points` (`ruleKey`, `points`) that made it up, and `rules`: every scoring rule with `key`, `points`, `outcome`, `summary` and `unmet`.',
  })
  readiness!: object;

  @Field(() => [AudienceTrace], { description: 'Every audience, by key.' })
  audiences!: readonly AudienceTrace[];

  @Field(() => [RuleTrace], {
    description: 'Every rule: by stage in evaluation order, then those that failed, then those that are off.',
  })
  rules!: readonly RuleTrace[];

  @Field(() => [OfferTrace], {
    description: 'Every offer of the catalogue: those made by rank, then the others by key.',
  })
  offers!: readonly OfferTrace[];
}
