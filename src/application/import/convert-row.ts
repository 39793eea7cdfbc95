/** Turns one row of a table into the item that ingestion reads. */
import { convertCell } from './convert-cell';
import { ATTRIBUTE_PREFIX } from './import-columns';
import type { LineProblem } from './import-ports';
import type { Column } from './read-header';

/** How a row is read: its columns, and the types that facts declare for attributes. */
export interface RowShape {
  readonly columns: readonly Column[];
  attributeType(name: string): string | null;
}

interface WrongCell {
  readonly column: string;
  readonly message: string;
  readonly hint: string;
}

const LONGEST_SHOWN = 40;

const shown = (cell: string): string =>
  cell.length <= LONGEST_SHOWN ? cell : `${cell.slice(0, LONGEST_SHOWN)}…`;

/** The item with its stated members, or what is wrong with the row: every wrong cell is told. */
export function convertRow(
  cells: readonly string[],
  shape: RowShape,
  line: number,
): { readonly item: unknown } | { readonly problem: LineProblem } {
  if (cells.length !== shape.columns.length) return { problem: wrongCount(cells, shape, line) };
  const members: [string, unknown][] = [];
  const wrong: WrongCell[] = [];
  shape.columns.forEach((column, index) => {
    const cell = cells[index] ?? '';
    const reading = convertCell(cell, column.type, declaredType(column, shape));
    if ('value' in reading) members.push([column.name, reading.value]);
    else
      wrong.push({
        column: column.name,
        message: `Line ${line}, column \`${column.name}\`: \`${shown(cell)}\` ${reading.wrong}.`,
        hint: reading.hint,
      });
  });
  return wrong.length > 0 ? { problem: wrongCells(wrong) } : { item: nested(members) };
}

function declaredType({ name, type }: Column, shape: RowShape): string | null {
  return type === 'open' ? shape.attributeType(name.slice(ATTRIBUTE_PREFIX.length)) : null;
}

function wrongCount(cells: readonly string[], { columns }: RowShape, line: number): LineProblem {
  return {
    code: 'WRONG_CELL_COUNT',
    message: `Line ${line} has ${cells.length} cells; the header names ${columns.length} columns.`,
    hint: 'Put texts with commas or quotes between quotes, and write a quote within them twice.',
    column: null,
  };
}

function wrongCells(wrong: readonly WrongCell[]): LineProblem {
  return {
    code: 'INVALID_CELL',
    message: wrong.map(({ message }) => message).join(' '),
    hint: wrong[0]?.hint ?? null,
    column: wrong[0]?.column ?? null,
  };
}

/** Dotted names become members of members; what is not stated is left out, an object without any, too. */
function nested(members: readonly (readonly [string, unknown])[]): Readonly<Record<string, unknown>> {
  const own: [string, unknown][] = [];
  const inner = new Map<string, [string, unknown][]>();
  for (const [name, value] of members) {
    if (value === undefined) continue;
    const dot = name.indexOf('.');
    if (dot < 0) own.push([name, value]);
    else {
      const outer = name.slice(0, dot);
      inner.set(outer, [...(inner.get(outer) ?? []), [name.slice(dot + 1), value]]);
    }
  }
  const objects = [...inner].map(([name, entries]) => [name, Object.fromEntries(entries)] as const);
  return Object.fromEntries([...own, ...objects]);
}
