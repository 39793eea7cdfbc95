/** Reads counts from the command line. */
import { InvalidArgumentError } from 'commander';

/** A whole number above 0. */
export function count(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) throw new InvalidArgumentError('a whole number above 0, please');
  return value;
}

/** One such number or several, set apart by commas. */
export function counts(text: string): readonly number[] {
  return text.split(',').map((part) => count(part));
}
