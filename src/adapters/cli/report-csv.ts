/** Writes a report as CSV: one flat line per group, a column for every number, safe to open in a spreadsheet. */
import { stringify } from 'csv-stringify/sync';
import { DECLINE_REASONS, SUPPRESSION_CODES } from '../../domain/documents/kinds/vocabulary';
import { METRIC_CATALOGUE } from '../../domain/reports/metric-catalogue';
import type { Rate } from '../../domain/reports/rate';
import type { Report } from '../../domain/reports/report';
import type { ReportFigures } from '../../domain/reports/report-figures';

type Cell = string | number | null;
type Line = readonly (readonly [column: string, value: Cell])[];

/**
 * A header, then the groups in the order of the report; without groups the total is the only line. An empty cell is null.
 * Texts that a spreadsheet would take for a formula get an apostrophe in front.
 */
export function reportCsv({ rows, total, groupBy }: Report): string {
  const lines: readonly Line[] =
    groupBy.length === 0
      ? [cellsOf(total)]
      : rows.map(({ group, figures }) => [
          ...groupBy.map((dimension) => [dimension, group[dimension] ?? null] as const),
          ...cellsOf(figures),
        ]);
  const header = [...groupBy, ...cellsOf(total).map(([column]) => column)];
  return stringify([header, ...lines.map((line) => line.map(([, value]) => value))], {
    escape_formulas: true,
    record_delimiter: 'windows',
  });
}

const FIGURES = Object.keys(METRIC_CATALOGUE) as readonly (keyof ReportFigures)[];

function cellsOf(figures: ReportFigures): Line {
  return FIGURES.flatMap((name) => figureCells(figures, name));
}

function figureCells(figures: ReportFigures, name: keyof ReportFigures): Line {
  switch (name) {
    case 'declineReasons':
      return DECLINE_REASONS.map((word) => [`declined.${word}`, countOf(figures[name], 'reason', word)]);
    case 'guardrailBlocks':
      return SUPPRESSION_CODES.map((word) => [`blocked.${word}`, countOf(figures[name], 'code', word)]);
    case 'crossingToPrompt': {
      const { p50Minutes, p95Minutes, within60Minutes } = figures[name];
      return [
        ['crossingToPrompt.p50Minutes', p50Minutes],
        ['crossingToPrompt.p95Minutes', p95Minutes],
        ...rateCells('crossingToPrompt.within60Minutes', within60Minutes),
      ];
    }
    default: {
      const figure = figures[name];
      return typeof figure === 'number' ? [[name, figure]] : rateCells(name, figure);
    }
  }
}

function countOf<K extends string>(
  counted: readonly ({ readonly [P in K]: string } & { readonly count: number })[],
  member: K,
  word: string,
): number {
  return counted.find((entry) => entry[member] === word)?.count ?? 0;
}

function rateCells(name: string, { value, numerator, denominator, immature }: Rate): Line {
  return [
    [name, value],
    [`${name}.numerator`, numerator],
    [`${name}.denominator`, denominator],
    [`${name}.immature`, immature],
  ];
}
