/** Carries out `report`: from the words typed to the exit code. */
import { writeFile } from 'node:fs/promises';
import type { ReportQuestion } from '../../application/report/report-question';
import { SURFACES } from '../../domain/documents/kinds/vocabulary';
import { REPORT_DIMENSIONS, type ReportDimension } from '../../domain/reports/dimensions';
import type { Report } from '../../domain/reports/report';
import type { ReportFormat, ReportOptions } from './add-report';
import { reportCsv } from './report-csv';
import { reportTable } from './report-table';
import type { Workbench } from './workbench';

const DONE = 0;
const REFUSED = 1;
const NOT_UNDERSTOOD = 2;

const DAY = /^\d{4}-\d{2}-\d{2}$/;

const WRITERS: { readonly [F in ReportFormat]: (report: Report) => string } = {
  table: reportTable,
  csv: reportCsv,
  json: (report) => `${JSON.stringify(report, null, 2)}\n`,
};

/** Exit codes: 0 written, 1 out of bounds, 2 not understood. */
export async function reportCommand(workbench: Workbench, options: ReportOptions): Promise<number> {
  const question = toQuestion(options);
  if (typeof question === 'string') {
    workbench.print(`${question}\n`);
    return NOT_UNDERSTOOD;
  }
  const answer = await makeReport(workbench, question);
  if ('failure' in answer) {
    workbench.print(`--${answer.argument === 'groupBy' ? 'group-by' : answer.argument} ${answer.message}\n`);
    return answer.failure === 'WINDOW_INVALID' ? NOT_UNDERSTOOD : REFUSED;
  }
  await write(workbench, options, answer);
  return DONE;
}

async function makeReport(workbench: Workbench, question: ReportQuestion) {
  const service = await workbench.open();
  try {
    await service.prepare({ seed: false });
    return await service.report(question);
  } finally {
    await service.close();
  }
}

async function write({ print }: Workbench, { format, out }: ReportOptions, report: Report): Promise<void> {
  const text = WRITERS[format](report);
  if (out === undefined) return print(text);
  await writeFile(out, text);
  print(`wrote ${out}: ${report.rows.length} groups\n`);
}

function toQuestion(options: ReportOptions): ReportQuestion | string {
  const groupBy = toDimensions(options.groupBy ?? '');
  if (typeof groupBy === 'string') return groupBy;
  const { offer, rule, segment, surface } = options;
  if (surface !== undefined && !SURFACES.some((known) => known === surface))
    return `--surface takes one of ${SURFACES.join(', ')}.`;
  return {
    from: toTime(options.from),
    to: toTime(options.to),
    groupBy,
    filter: { offer, rule, segment, surface },
  };
}

/** A day stands for its first millisecond. */
function toTime(text: string): string {
  return DAY.test(text) ? `${text}T00:00:00.000Z` : text;
}

function toDimensions(text: string): readonly ReportDimension[] | string {
  const words = text.split(',').flatMap((word) => word.trim() || []);
  const known = words.flatMap((word) => REPORT_DIMENSIONS.find((dimension) => dimension === word) ?? []);
  if (known.length === words.length) return known;
  return `--group-by takes ${REPORT_DIMENSIONS.join(', ')}, parted by commas.`;
}
