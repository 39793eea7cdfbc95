/** Tells whether a written value is of a declared type. */
import type { FactType } from '../documents/kinds/fact-document';
import { timestamp } from '../documents/kinds/key';

/** Whether a value may stand where the type is expected; lists and objects only by their outer form. */
export function fitsType(value: unknown, type: FactType): boolean {
  switch (type) {
    case 'string':
      return typeof value === 'string';
    case 'integer':
      return Number.isSafeInteger(value);
    case 'number':
      return Number.isFinite(value);
    case 'boolean':
      return typeof value === 'boolean';
    case 'date':
      return typeof value === 'string' && timestamp.safeParse(value).success;
    case 'list':
      return Array.isArray(value);
    case 'object':
      return typeof value === 'object' && value !== null && !Array.isArray(value);
  }
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
