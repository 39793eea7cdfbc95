/** Tells whether a written value is of a declared type. */
import type { FactType } from '../documents/kinds/fact-document';
import { timestamp } from '../documents/kinds/key';
import { typeCheckOf } from '../facts/fact-type-check';

/** Whether a value may stand where the type is expected; lists only by their outer form, dates must exist in the calendar. */
export function fitsType(value: unknown, type: FactType): boolean {
  if (type === 'list') return Array.isArray(value);
  return typeCheckOf({ type })(value) && (type !== 'date' || timestamp.safeParse(value).success);
}

/** Types by name, with the article people say. */
export const TYPE_WORDS: Readonly<Record<FactType, string>> = {
  string: 'a text',
  integer: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
  date: 'an RFC 3339 date',
  list: 'a list',
  object: 'an object',
};
