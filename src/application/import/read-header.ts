/** Reads the row that names the columns of a table. */
import { FORBIDDEN_NAMES } from '../../domain/documents/hostile-characters';
import { didYouMeanOneOf } from '../../domain/documents/name-hint';
import { ATTRIBUTE_PREFIX, type CellType, type TableShape } from './import-columns';

/** One column of the file at hand. */
export interface Column {
  /** As the header has it. */
  readonly name: string;
  readonly type: CellType;
}

/** The columns in their order, or everything that is wrong with them, a sentence each. */
export function readHeader(
  cells: readonly string[],
  table: TableShape,
): { readonly columns: readonly Column[] } | { readonly problems: readonly string[] } {
  const names = cells.map((cell) => cell.trim());
  const problems = [...unknown(names, table), ...repeated(names), ...missing(names, table)];
  if (problems.length > 0) return { problems: [...problems, ...separatorHint(cells)] };
  return { columns: names.map((name) => ({ name, type: table.columns.get(name) ?? 'open' })) };
}

function isAttribute(name: string, { hasAttributes }: TableShape): boolean {
  if (!hasAttributes || !name.startsWith(ATTRIBUTE_PREFIX)) return false;
  const own = name.slice(ATTRIBUTE_PREFIX.length);
  return own !== '' && !FORBIDDEN_NAMES.has(own);
}

function unknown(names: readonly string[], table: TableShape): readonly string[] {
  return names
    .filter((name) => !table.columns.has(name) && !isAttribute(name, table))
    .map((name) => `There is no column \`${name}\`. ${didYouMeanOneOf(name, table.columns.keys())}`);
}

function repeated(names: readonly string[]): readonly string[] {
  const twice = new Set(names.filter((name, index) => names.indexOf(name) < index));
  return [...twice].map((name) => `The column \`${name}\` is there twice.`);
}

function missing(names: readonly string[], { required }: TableShape): readonly string[] {
  return required.filter((name) => !names.includes(name)).map((name) => `The column \`${name}\` is missing.`);
}

function separatorHint(cells: readonly string[]): readonly string[] {
  const alone = cells.length === 1 ? (cells[0] ?? '') : '';
  return /[;\t|]/.test(alone) ? ['Columns are parted by commas: save the table as CSV with commas.'] : [];
}
