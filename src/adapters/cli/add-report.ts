/** Declares the command `report`: its options, and what each takes. */
import { Option, type Command } from 'commander';
import { REPORT_DIMENSIONS } from '../../domain/reports/dimensions';

/** How a report may be written. */
export const REPORT_FORMATS = ['table', 'csv', 'json'] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

/** The options of `report`, as typed. */
export interface ReportOptions {
  /** A day, or RFC 3339. */
  readonly from: string;
  readonly to: string;
  /** Parted by commas. */
  readonly groupBy?: string;
  readonly offer?: string;
  readonly rule?: string;
  readonly segment?: string;
  readonly surface?: string;
  readonly format: ReportFormat;
  readonly out?: string;
}

/** Adds it to the program. */
export function addReport(program: Command, action: (options: ReportOptions) => Promise<void>): void {
  program
    .command('report')
    .description(
      'what was presented, what became of it and whom it annoyed; docs/metrics.md says how it counts',
    )
    .requiredOption('--from <time>', 'start, inclusive: a UTC day such as 2026-06-01, or RFC 3339')
    .requiredOption('--to <time>', 'end, exclusive')
    .option('--group-by <dimensions>', `parted by commas: ${REPORT_DIMENSIONS.join(', ')}`)
    .option('--offer <key>', 'this offer only')
    .option('--rule <key>', 'this rule only')
    .option('--segment <segment>', 'this segment only')
    .option('--surface <surface>', 'this surface only')
    .addOption(new Option('--format <format>', 'how to write it').choices(REPORT_FORMATS).default('table'))
    .option('--out <file>', 'write to a file')
    .action((options: ReportOptions) => action(options));
}
