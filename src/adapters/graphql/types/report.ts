/** Shows a report, and takes what it is grouped and narrowed by. */
import 'reflect-metadata';
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import type { Surface } from '../../../domain/documents/kinds/vocabulary';
import type { ReportDimension } from '../../../domain/reports/dimensions';
import { SurfaceEnum } from '../enums';
import { DateTime } from '../scalars/date-time';
import { ReportFigures } from './report-figures';

/** The dimensions under their API names. */
export const ReportDimensionEnum = {
  OFFER: 'offer',
  RULE: 'rule',
  SEGMENT: 'segment',
  SURFACE: 'surface',
  DAY: 'day',
} as const satisfies { readonly [D in ReportDimension as Uppercase<D>]: D };
registerEnumType(ReportDimensionEnum, {
  name: 'ReportDimension',
  description: 'What a report is grouped by.',
  valuesConfig: {
    OFFER: { description: 'Key of the offer.' },
    RULE: { description: 'Key of the rule that recommended it.' },
    SEGMENT: { description: 'Segment of the account at that time.' },
    SURFACE: { description: 'Where the buyer was reached.' },
    DAY: { description: 'The UTC day on which it happened.' },
  },
});

/** What to keep; a member that is left out keeps everything. */
@InputType('ReportFilter', { description: 'What to keep; a member that is left out keeps everything.' })
export class ReportFilterInput {
  @Field(() => ID, { nullable: true, description: 'Key of an offer.' })
  offer?: string | null;

  @Field(() => ID, { nullable: true, description: 'Key of a rule.' })
  rule?: string | null;

  @Field(() => ID, { nullable: true, description: 'A segment.' })
  segment?: string | null;

  @Field(() => SurfaceEnum, { nullable: true, description: 'A surface.' })
  surface?: Surface | null;
}

/** What the rows of one group have in common. */
@ObjectType({
  simpleResolvers: true,
  description:
    'What a row stands for: one value per dimension asked for; null where it was recorded without, or was not asked for.',
})
export class ReportGroup {
  @Field(() => ID, { nullable: true, description: 'Key of the offer.' })
  offer?: string | null;

  @Field(() => ID, { nullable: true, description: 'Key of the rule.' })
  rule?: string | null;

  @Field(() => ID, { nullable: true, description: 'The segment.' })
  segment?: string | null;

  @Field(() => SurfaceEnum, { nullable: true, description: 'The surface.' })
  surface?: string | null;

  @Field(() => String, { nullable: true, description: 'The UTC day, for instance 2026-06-01.' })
  day?: string | null;
}

/** One group with its figures. */
@ObjectType({ simpleResolvers: true, description: 'One group with its figures.' })
export class ReportRow {
  @Field(() => ReportGroup, { description: 'What the row stands for.' })
  group!: ReportGroup;

  @Field(() => ReportFigures, { description: 'Its figures.' })
  figures!: ReportFigures;
}

/** What happened in a window of time. */
@ObjectType({
  simpleResolvers: true,
  description:
    'What happened in a window of time. Test accounts never count; distinct counts (rates, reach) need not add up over groups, plain counts do.',
})
export class Report {
  @Field(() => DateTime, { description: 'Start of the window, inclusive.' })
  from!: string;

  @Field(() => DateTime, { description: 'End of the window, exclusive.' })
  to!: string;

  @Field(() => DateTime, { description: 'When it was computed.' })
  computedAt!: string;

  @Field(() => Int, { description: 'Days that a presentation has for its answer, by the policy in force.' })
  responseWindowDays!: number;

  @Field(() => ReportFigures, { description: 'The figures of the whole window.' })
  total!: ReportFigures;

  @Field(() => [ReportRow], {
    description:
      'One row per group, ordered by the dimensions as they were asked for, null last; empty without groups.',
  })
  rows!: readonly ReportRow[];
}
