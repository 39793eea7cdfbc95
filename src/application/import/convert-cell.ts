/** Turns the text of a cell into the value it stands for. */
import { losesDigits } from '../../domain/documents/lost-digits';
import type { CellType } from './import-columns';

/** The value, undefined when the cell is empty, or why there is none. */
export type CellReading = { readonly value: unknown } | { readonly wrong: string; readonly hint: string };

const NUMBER = /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** What each declared type of a fact means for the cell of an attribute. */
const CELL_OF_FACT: Readonly<Record<string, CellType>> = {
  string: 'text',
  date: 'time',
  integer: 'number',
  number: 'number',
  boolean: 'boolean',
  list: 'list',
};

/**
 * Empty is not stated, whatever the type. Numbers are written as in JSON, flags are true or false in any case, a bare day is its
 * first moment in UTC, lists are parted by `;`, words of closed sets are taken in any case. An attribute without a declared type is a number or a flag when it is
 * written as one, else text. Whether a value may be is ingestion's to say.
 */
export function convertCell(cell: string, type: CellType, declared: string | null = null): CellReading {
  if (cell === '') return { value: undefined };
  switch (type) {
    case 'text':
      return { value: cell };
    case 'word':
      return { value: cell.trim().toUpperCase() };
    case 'number':
      return numberIn(cell.trim());
    case 'boolean':
      return flagIn(cell.trim());
    case 'time':
      return { value: timeIn(cell.trim()) };
    case 'list':
      return { value: partsOf(cell) };
    case 'open':
      return attributeIn(cell, declared);
  }
}

function numberIn(text: string): CellReading {
  if (!NUMBER.test(text))
    return { wrong: 'is no number', hint: 'Write it like 1234.5: a point, and no other signs.' };
  if (losesDigits(text))
    return {
      wrong: 'has more digits than can be kept',
      hint: 'Numbers keep 15 digits; ids belong in text columns.',
    };
  return { value: Number(text) };
}

function flagIn(text: string): CellReading {
  const word = text.toLowerCase();
  if (word === 'true' || word === 'false') return { value: word === 'true' };
  return { wrong: 'is neither true nor false', hint: 'Write true or false, or leave the cell empty.' };
}

const timeIn = (text: string): string => (DAY.test(text) ? `${text}T00:00:00Z` : text);

function partsOf(cell: string): readonly string[] {
  return cell
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function attributeIn(cell: string, declared: string | null): CellReading {
  const type = declared === null ? undefined : CELL_OF_FACT[declared];
  if (type !== undefined) return convertCell(cell, type);
  if (cell === 'true' || cell === 'false') return { value: cell === 'true' };
  return { value: NUMBER.test(cell) && !losesDigits(cell) ? Number(cell) : cell };
}
