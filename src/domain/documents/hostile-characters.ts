/** Knows the names and characters that have no place in documents. */

/** Names that reach into JavaScript's object machinery. */
export const FORBIDDEN_NAMES: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

const CONTROL = /[\p{Cc}\p{Cs}]/u;
const LINE_ENDS_AND_TABS = /[\n\r\t]/g;
const INVISIBLE = /[\p{Cf}\u2028\u2029\u115f\u1160\u3164\uffa0]/u;
const DIRECTION = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;
const FORMULA = /^[\s]*[=+\-@]/;

/** Whether a text holds control characters other than line ends and tabs, or half a surrogate pair. */
export function hasControlCharacter(text: string): boolean {
  return CONTROL.test(text.replace(LINE_ENDS_AND_TABS, ''));
}

/** Whether a name holds characters that can't be seen: zero-width, direction, fillers. */
export function hasInvisibleCharacter(name: string): boolean {
  return INVISIBLE.test(name);
}

/** Whether a text holds characters that change the direction of writing; joiners that scripts need are not among them. */
export function hasDirectionCharacter(text: string): boolean {
  return DIRECTION.test(text);
}

/** Whether a spreadsheet would take an exported text for a formula. */
export function startsLikeFormula(text: string): boolean {
  return FORMULA.test(text);
}
