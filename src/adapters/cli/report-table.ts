/** Prints a report for a person: the figures of the whole window with small bars, then a line per group. */
import Table from 'cli-table3';
import { METRIC_CATALOGUE } from '../../domain/reports/metric-catalogue';
import type { Rate } from '../../domain/reports/rate';
import type { Report, ReportRow } from '../../domain/reports/report';
import type { ReportFigures } from '../../domain/reports/report-figures';
import { bar } from './bar';

const BAR_CELLS = 20;
const SMALL_BAR_CELLS = 8;
const PLAIN = { head: [], border: [], compact: true };

/** Several tables, ending in a newline; without colours, so that it can be kept in a file. */
export function reportTable(report: Report): string {
  const { from, to, computedAt, responseWindowDays } = report;
  return [
    `Report from ${from} up to ${to}, computed ${computedAt}.`,
    `An offer has ${responseWindowDays} days for its answer; - means that nothing was counted.`,
    '',
    totalTable(report.total),
    ...(report.groupBy.length === 0 ? [] : ['', groupTable(report)]),
    '',
  ].join('\n');
}

type Line = readonly [name: string, value: string, picture: string];

function totalTable(figures: ReportFigures): string {
  const table = new Table({
    head: ['Metric', 'Value', ''],
    colAligns: ['left', 'right', 'left'],
    style: PLAIN,
  });
  for (const name of Object.keys(METRIC_CATALOGUE) as readonly (keyof ReportFigures)[])
    table.push(...linesOf(figures, name).map((line) => [...line]));
  return table.toString();
}

function linesOf(figures: ReportFigures, name: keyof ReportFigures): readonly Line[] {
  const title = METRIC_CATALOGUE[name].name;
  switch (name) {
    case 'declineReasons':
      return figures[name].map(({ reason, count, share }) =>
        shareLine(`  declined for ${reason}`, count, share),
      );
    case 'guardrailBlocks':
      return figures[name].map(({ code, count, share }) => shareLine(`  blocked by ${code}`, count, share));
    case 'crossingToPrompt': {
      const { p50Minutes, p95Minutes, within60Minutes } = figures[name];
      return [
        [`${title}, p50`, minutes(p50Minutes), ''],
        [`${title}, p95`, minutes(p95Minutes), ''],
        rateLine('  prompted within 60 minutes', within60Minutes),
      ];
    }
    default: {
      const figure = figures[name];
      return typeof figure === 'number' ? [[title, String(figure), '']] : [rateLine(title, figure)];
    }
  }
}

function shareLine(name: string, count: number, share: number | null): Line {
  return [name, String(count), picture(share, percent(share))];
}

function rateLine(name: string, { value, numerator, denominator, immature }: Rate): Line {
  const open = immature === 0 ? '' : `, ${immature} immature`;
  return [name, percent(value), picture(value, `${numerator} of ${denominator}${open}`)];
}

function picture(share: number | null, words: string): string {
  return share === null ? '' : `${bar(share, BAR_CELLS)} ${words}`;
}

function groupTable({ groupBy, rows }: Report): string {
  const most = Math.max(1, ...rows.map(({ figures }) => figures.presented));
  const columns = ['Presented', '', 'Accepted', 'Declined', 'Snoozed', 'Dismissed', 'No response'];
  const head = [...groupBy, ...columns, 'Acceptance', 'Blocked'];
  const words = groupBy.map(() => 'left' as const);
  const table = new Table({
    head,
    colAligns: [...words, 'right', 'left', ...Array.from({ length: 7 }, () => 'right' as const)],
    style: PLAIN,
  });
  table.push(
    ...rows.map((row) => [
      ...groupBy.map((dimension) => visible(row.group[dimension] ?? '-')),
      ...groupCells(row, most),
    ]),
  );
  return table.toString();
}

/** Names come from clients: what would move the cursor or change colours is shown as a question mark. */
function visible(name: string): string {
  return name.replace(/\p{C}/gu, '?');
}

function groupCells({ figures }: ReportRow, most: number): string[] {
  const { presented, accepted, declined, snoozed, dismissed, noResponse } = figures;
  return [
    String(presented),
    bar(presented / most, SMALL_BAR_CELLS),
    ...[accepted, declined, snoozed, dismissed, noResponse].map(String),
    percent(figures.acceptanceRate.value),
    percent(figures.guardrailBlockRate.value),
  ];
}

function percent(share: number | null): string {
  return share === null ? '-' : `${(share * 100).toFixed(1)} %`;
}

function minutes(value: number | null): string {
  return value === null ? '-' : `${value.toFixed(1)} min`;
}
