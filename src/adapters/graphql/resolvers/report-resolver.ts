/** Answers reports over a window of time. */
import 'reflect-metadata';
import { GraphQLError } from 'graphql';
import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import type { ReportRefusal } from '../../../application/report/report-question';
import { MAX_REPORT_DAYS, MAX_REPORT_GROUPS } from '../../../application/report/report-question';
import type { ReportDimension } from '../../../domain/reports/dimensions';
import type { Report as ReportView } from '../../../domain/reports/report';
import { optionalId } from '../arguments';
import type { RequestContext } from '../request-context';
import { RequiresScope } from '../scope';
import { DateTime } from '../scalars/date-time';
import { Report, ReportDimensionEnum, ReportFilterInput } from '../types/report';

/** Codes of refused reports as clients see them. */
const CODES = {
  WINDOW_INVALID: 'INVALID_ARGUMENT',
  WINDOW_TOO_LONG: 'REPORT_WINDOW_TOO_LONG',
  TOO_MANY_GROUPS: 'REPORT_TOO_MANY_GROUPS',
} as const;

/** The query of those who answer for the numbers. */
@Resolver()
export class ReportResolver {
  @RequiresScope('reports:read')
  @Query(() => Report, {
    description: `What was presented, what became of it and whom it annoyed. At most ${MAX_REPORT_DAYS} days and ${MAX_REPORT_GROUPS} groups: beyond, the errors REPORT_WINDOW_TOO_LONG and REPORT_TOO_MANY_GROUPS.`,
  })
  async report(
    @Arg('from', () => DateTime, { description: 'Start of the window, inclusive.' }) from: string,
    @Arg('to', () => DateTime, { description: 'End of the window, exclusive.' }) to: string,
    @Arg('groupBy', () => [ReportDimensionEnum], {
      nullable: true,
      description: 'A row for each group; default: the total only.',
    })
    groupBy: readonly ReportDimension[] | null,
    @Arg('filter', () => ReportFilterInput, { nullable: true, description: 'What to keep; default: all.' })
    filter: ReportFilterInput | null,
    @Ctx() { services }: RequestContext,
  ): Promise<ReportView> {
    const question = { from, to, groupBy: groupBy ?? [], filter: checked(filter ?? {}) };
    const answer = await services.makeReport(question);
    if ('failure' in answer) throw refused(answer);
    return answer;
  }
}

function checked({ offer, rule, segment, surface }: ReportFilterInput): ReportFilterInput {
  return {
    offer: optionalId('filter.offer', offer),
    rule: optionalId('filter.rule', rule),
    segment: optionalId('filter.segment', segment),
    surface: surface ?? null,
  };
}

function refused({ failure, argument, message }: ReportRefusal): GraphQLError {
  return new GraphQLError(`\`${argument}\` ${message}`, { extensions: { code: CODES[failure], argument } });
}
