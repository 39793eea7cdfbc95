/** Shows the figures of one group of a report, each described by the metric catalogue. */
import 'reflect-metadata';
import { Field, Float, Int, ObjectType } from 'type-graphql';
import { METRIC_CATALOGUE } from '../../../domain/reports/metric-catalogue';
import type { ReportFigures as Figures } from '../../../domain/reports/report-figures';
import { DeclineReasonEnum, SuppressionCodeEnum } from '../enums';
import { CrossingToPrompt, Rate } from './report-rate';

function described(figure: keyof Figures): { readonly description: string } {
  const { name, formula, goal } = METRIC_CATALOGUE[figure];
  return { description: `${name}: ${formula}.${goal === undefined ? '' : ` Should be ${goal}.`}` };
}

/** How often one reason was given. */
@ObjectType({ simpleResolvers: true, description: 'How often one reason was given.' })
export class DeclineReasonShare {
  @Field(() => DeclineReasonEnum, { description: 'The reason.' })
  reason!: string;

  @Field(() => Int, { description: 'Declines that gave it.' })
  count!: number;

  @Field(() => Float, { nullable: true, description: 'Of all declines; null without any.' })
  share!: number | null;
}

/** How often one guardrail suppressed a candidate. */
@ObjectType({ simpleResolvers: true, description: 'How often one guardrail suppressed a candidate.' })
export class GuardrailBlock {
  @Field(() => SuppressionCodeEnum, { description: 'Its code.' })
  code!: string;

  @Field(() => Int, { description: 'Candidates it suppressed.' })
  count!: number;

  @Field(() => Float, { nullable: true, description: 'Of the candidates that passed eligibility.' })
  share!: number | null;
}

/** The figures of a window or of one group of it. */
@ObjectType({ simpleResolvers: true, description: 'The figures of a window or of one group of it.' })
export class ReportFigures implements Figures {
  @Field(() => Int, described('impressions'))
  impressions!: number;

  @Field(() => Int, described('presented'))
  presented!: number;

  @Field(() => Int, described('accepted'))
  accepted!: number;

  @Field(() => Int, described('declined'))
  declined!: number;

  @Field(() => Int, described('snoozed'))
  snoozed!: number;

  @Field(() => Int, described('dismissed'))
  dismissed!: number;

  @Field(() => Int, described('noResponse'))
  noResponse!: number;

  @Field(() => Rate, described('acceptanceRate'))
  acceptanceRate!: Figures['acceptanceRate'];

  @Field(() => Rate, described('declineRate'))
  declineRate!: Figures['declineRate'];

  @Field(() => Rate, described('dismissalRate'))
  dismissalRate!: Figures['dismissalRate'];

  @Field(() => Rate, described('noResponseRate'))
  noResponseRate!: Figures['noResponseRate'];

  @Field(() => [DeclineReasonShare], described('declineReasons'))
  declineReasons!: Figures['declineReasons'];

  @Field(() => Rate, described('upsellMentionRate'))
  upsellMentionRate!: Figures['upsellMentionRate'];

  @Field(() => Rate, described('guardrailBlockRate'))
  guardrailBlockRate!: Figures['guardrailBlockRate'];

  @Field(() => [GuardrailBlock], described('guardrailBlocks'))
  guardrailBlocks!: Figures['guardrailBlocks'];

  @Field(() => Rate, described('triggerReach'))
  triggerReach!: Figures['triggerReach'];

  @Field(() => CrossingToPrompt, described('crossingToPrompt'))
  crossingToPrompt!: Figures['crossingToPrompt'];

  @Field(() => Rate, described('reachRate'))
  reachRate!: Figures['reachRate'];

  @Field(() => Rate, described('ownerLoad'))
  ownerLoad!: Figures['ownerLoad'];

  @Field(() => Int, described('repeatPitchViolations'))
  repeatPitchViolations!: number;

  @Field(() => Rate, described('groundingRate'))
  groundingRate!: Figures['groundingRate'];

  @Field(() => Rate, described('handoffCompleteness'))
  handoffCompleteness!: Figures['handoffCompleteness'];
}
