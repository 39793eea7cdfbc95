/** Words the rows of the fault table. */
import type { Fault, FaultOptions, FaultOutcome, SkippedFault } from './fault';

const COLUMNS = ['fault', 'database', 'tries', 'acknowledged', 'lost', 'doubled', 'half-done', 'gap ms', 's'];
const WIDTHS = [38, 8, 7, 12, 5, 7, 9, 7, 5];

/** The first line. */
export const TABLE_HEAD = line(COLUMNS);

/** One line per fault, and whether the promise held: lost, doubled and half-done are 0, and nothing was thrown. */
export interface TableRow {
  readonly text: string;
  readonly held: boolean;
}

/** Runs the fault; a run that can't be made here is worded, and breaks no promise. */
export async function tableRow(fault: Fault, options: FaultOptions): Promise<TableRow> {
  const started = performance.now();
  const head = [fault.name, fault.database];
  try {
    const outcome = await fault.run(options);
    const seconds = Math.round((performance.now() - started) / 1_000);
    return 'skipped' in outcome ? skippedRow(head, outcome) : outcomeRow(head, outcome, seconds);
  } catch (error) {
    return {
      text: `${line(head)}  BROKEN: ${error instanceof Error ? error.message : String(error)}`,
      held: false,
    };
  }
}

function skippedRow(head: readonly string[], { skipped }: SkippedFault): TableRow {
  return { text: `${line(head)}  skipped: ${skipped}`, held: true };
}

function outcomeRow(head: readonly string[], outcome: FaultOutcome, seconds: number): TableRow {
  const { tries, acknowledged, lost, doubled, halfDone, gapMs, note } = outcome;
  const figures = [tries, acknowledged, lost, doubled, halfDone, gapMs ?? '-', seconds].map(String);
  const text = line([...head, ...figures]) + (note === undefined ? '' : `  ${note}`);
  return { text, held: lost === 0 && doubled === 0 && halfDone === 0 };
}

function line(cells: readonly string[]): string {
  return cells
    .map((cell, index) => (index < 2 ? cell.padEnd(WIDTHS[index] ?? 0) : cell.padStart(WIDTHS[index] ?? 0)))
    .join(' ')
    .trimEnd();
}
