/** Looks through a value that arrives already parsed, without recursion: size, depth, names and characters. */
import { error } from './found';
import { LONGEST_BODY, LONGEST_STRING, MOST_DEPTH, MOST_ITEMS, MOST_VALUES } from './document-bounds';
import { FORBIDDEN_NAMES, hasControlCharacter, hasInvisibleCharacter } from './hostile-characters';
import { below } from './json-pointer';
import type { Problem } from './problem';

const MOST_PROBLEMS = 100;
/** Members whose text is a name that documents or the engine look up. */
const NAMING_MEMBERS: ReadonlySet<string> = new Set([
  'key',
  'name',
  'fact',
  'operator',
  'condition',
  'path',
  'type',
  'offer',
  'metric',
  'plan',
  'topic',
]);

interface Visit {
  readonly value: unknown;
  readonly pointer: string;
  readonly depth: number;
  readonly member: string;
}

/** Every breach of the bounds of a document, at most a hundred; stops where going on would cost too much. */
export function scanValue(value: unknown): Problem[] {
  const problems: Problem[] = [];
  const waiting: Visit[] = [{ value, pointer: '', depth: 0, member: '' }];
  let seen = 0;
  for (let visit = waiting.pop(); visit !== undefined; visit = waiting.pop()) {
    seen += 1;
    if (seen > MOST_VALUES) return [...problems, tooLarge('', `more than ${MOST_VALUES} values`)];
    if (problems.length >= MOST_PROBLEMS) return problems;
    problems.push(...(isNested(visit.value) ? look(visit, visit.value, waiting) : scalarProblems(visit)));
  }
  return problems;
}

function isNested(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function look(visit: Visit, nested: object, waiting: Visit[]): Problem[] {
  const names = Array.isArray(nested) ? null : Object.keys(nested);
  const count = names?.length ?? (nested as unknown[]).length;
  if (visit.depth >= MOST_DEPTH) {
    return [error('TOO_DEEP', visit.pointer, `The document is nested more than ${MOST_DEPTH} levels deep.`)];
  }
  if (count > MOST_ITEMS) return [tooLarge(visit.pointer, `${count} items, ${MOST_ITEMS} are allowed`)];
  const steps = names ?? [...(nested as unknown[]).keys()];
  for (const step of [...steps].reverse()) {
    waiting.push({
      value: (nested as Record<PropertyKey, unknown>)[step],
      pointer: below(visit.pointer, step),
      depth: visit.depth + 1,
      member: String(step),
    });
  }
  return (names ?? []).flatMap((name) => nameProblems(name, below(visit.pointer, name)));
}

/** What is wrong with a member name: forbidden, invisible or control characters. */
export function nameProblems(name: string, pointer: string): Problem[] {
  if (FORBIDDEN_NAMES.has(name)) {
    return [error('FORBIDDEN_NAME', pointer, `A member must not be named \`${name}\`.`, 'Remove it.')];
  }
  return characterProblems(name, pointer, true);
}

function scalarProblems({ value, pointer, member }: Visit): Problem[] {
  if (typeof value === 'number') return numberProblems(value, pointer);
  if (typeof value === 'string') return stringProblems(value, pointer, member);
  if (value === null || typeof value === 'boolean') return [];
  return [error('NOT_JSON', pointer, `A value of type ${typeof value} is not JSON.`)];
}

function numberProblems(value: number, pointer: string): Problem[] {
  const exact = Number.isFinite(value) && (!Number.isInteger(value) || Number.isSafeInteger(value));
  return exact
    ? []
    : [error('NUMBER_OUT_OF_RANGE', pointer, 'The number is too large to be exact.', 'Stay below 2^53.')];
}

function stringProblems(text: string, pointer: string, member: string): Problem[] {
  const most = pointer === '/body' ? LONGEST_BODY : LONGEST_STRING;
  if (text.length > most) {
    return [
      error('STRING_TOO_LONG', pointer, `The text has ${text.length} characters, ${most} are allowed.`),
    ];
  }
  if (FORBIDDEN_NAMES.has(text) && NAMING_MEMBERS.has(member)) {
    return [error('FORBIDDEN_NAME', pointer, `\`${text}\` is not a name that may be used.`)];
  }
  return characterProblems(text, pointer, NAMING_MEMBERS.has(member));
}

function characterProblems(text: string, pointer: string, isName: boolean): Problem[] {
  if (hasControlCharacter(text)) {
    return [error('CONTROL_CHARACTER', pointer, 'The text holds a control character.', 'Type it anew.')];
  }
  return isName && hasInvisibleCharacter(text)
    ? [error('INVISIBLE_CHARACTER', pointer, 'The name holds an invisible character.', 'Type it anew.')]
    : [];
}

function tooLarge(pointer: string, what: string): Problem {
  return error('TOO_LARGE', pointer, `The document is too large: ${what}.`);
}
