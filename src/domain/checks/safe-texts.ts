/** Checks that no text deceives the eye or a spreadsheet. */
import { error } from '../documents/found';
import { hasDirectionCharacter, startsLikeFormula } from '../documents/hostile-characters';
import { below } from '../documents/json-pointer';
import type { Problem } from '../documents/problem';
import type { Check } from './check';

/** Members that reports and lists export. */
const EXPORTED: ReadonlySet<string> = new Set([
  'name',
  'title',
  'description',
  'message',
  'unit',
  'meaning',
  'approvedBy',
  'acceptLabel',
  'declineLabel',
  'label',
  'summary',
  'text',
]);

/** Every text of a document of any kind. */
export const safeTexts: Check = (subject) => textProblems(subject.document, '', '');

function textProblems(value: unknown, pointer: string, member: string): readonly Problem[] {
  if (typeof value === 'string') return problemsOf(value, pointer, member);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => textProblems(inner, below(pointer, name), name));
}

function problemsOf(text: string, pointer: string, member: string): readonly Problem[] {
  return [
    ...(hasDirectionCharacter(text) ? [direction(pointer)] : []),
    ...(EXPORTED.has(member) && startsLikeFormula(text) ? [formula(pointer)] : []),
  ];
}

function direction(pointer: string): Problem {
  const message = 'The text changes the direction of writing.';
  return error('DIRECTION_CHARACTER', pointer, message, 'Type it anew.');
}

function formula(pointer: string): Problem {
  const message = 'A spreadsheet would take this text for a formula.';
  return error('FORMULA_TEXT', pointer, message, 'Begin with a word.');
}
