/** Says in plain words what a schema found wrong. */
import type { z } from 'zod';
import { error } from './found';
import { pointerTo } from './json-pointer';
import { didYouMeanOneOf } from './name-hint';
import type { Problem } from './problem';
import { memberNames } from './schema-members';

type Issue = z.core.$ZodIssue;

const TYPES_IN_WORDS: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  object: 'an object',
  record: 'an object',
  array: 'a list',
};

/** Findings for every issue of one parse; `value` is what was parsed, `schema` what it was held against. */
export function schemaProblems(schema: z.ZodType, value: unknown, issues: readonly Issue[]): Problem[] {
  return issues.flatMap((issue) => issueProblems(schema, value, issue, []));
}

function issueProblems(
  schema: z.ZodType,
  value: unknown,
  issue: Issue,
  base: readonly PropertyKey[],
): Problem[] {
  const path = [...base, ...issue.path];
  const found = valueAt(value, path);
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => unknownMember(schema, value, path, key));
    case 'invalid_union':
      return unionProblems(schema, value, issue, path);
    case 'invalid_type':
      return [found === undefined ? missing(path) : wrongType(path, issue.expected, found)];
    case 'invalid_value':
      return [found === undefined ? missing(path) : notAllowed(path, found, issue.values.map(String))];
    case 'invalid_key':
      return issue.issues.map((inner) =>
        error('WRONG_FORMAT', pointerTo(path), `The name \`${shorten(path.at(-1))}\` ${inner.message}.`),
      );
    case 'too_small':
      return [outOfBounds(path, `at least ${issue.minimum}`, issue.origin)];
    case 'too_big':
      return [outOfBounds(path, `at most ${issue.maximum}`, issue.origin)];
    default:
      return [error('WRONG_FORMAT', pointerTo(path), sentence(path, issue.message))];
  }
}

function outOfBounds(path: readonly PropertyKey[], bound: string, origin: string): Problem {
  if (bound === 'at least 1' && (origin === 'string' || origin === 'array')) {
    return error('OUT_OF_BOUNDS', pointerTo(path), `\`${nameOf(path)}\` must not be empty.`);
  }
  const units = origin === 'string' ? ' characters' : origin === 'array' ? ' items' : '';
  const verb = units === '' ? 'be' : 'have';
  return error('OUT_OF_BOUNDS', pointerTo(path), `\`${nameOf(path)}\` must ${verb} ${bound}${units}.`);
}

function sentence(path: readonly PropertyKey[], message: string): string {
  const text = message.startsWith('must') ? message : `is not right: ${message}`;
  return `\`${nameOf(path)}\` ${text}.`;
}

function nameOf(path: readonly PropertyKey[]): string {
  const last = path.at(-1);
  if (last === undefined) return 'document';
  return typeof last === 'number' ? `${nameOf(path.slice(0, -1))}[${last}]` : shorten(last);
}

function missing(path: readonly PropertyKey[]): Problem {
  return error('MISSING_MEMBER', pointerTo(path), `\`${nameOf(path)}\` is missing.`, 'Add it.');
}

function wrongType(path: readonly PropertyKey[], expected: string, found: unknown): Problem {
  const wanted = TYPES_IN_WORDS[expected] ?? expected;
  const message = `\`${nameOf(path)}\` must be ${wanted}, not ${typeInWords(found)}.`;
  return error('WRONG_TYPE', pointerTo(path), message);
}

function notAllowed(path: readonly PropertyKey[], found: unknown, allowed: readonly string[]): Problem {
  const message = `\`${nameOf(path)}\` cannot be ${shorten(JSON.stringify(found))}.`;
  const hint = didYouMeanOneOf(typeof found === 'string' ? found : '', allowed);
  return error('NOT_ALLOWED', pointerTo(path), message, hint);
}

function unknownMember(
  schema: z.ZodType,
  value: unknown,
  path: readonly PropertyKey[],
  key: string,
): Problem {
  const hint = didYouMeanOneOf(key, memberNames(schema, value, path));
  return error(
    'UNKNOWN_MEMBER',
    pointerTo([...path, key]),
    `There is no member \`${shorten(key)}\` here.`,
    hint,
  );
}

function unionProblems(
  schema: z.ZodType,
  value: unknown,
  issue: z.core.$ZodIssueInvalidUnion,
  path: readonly PropertyKey[],
): Problem[] {
  const found = valueAt(value, path);
  if (found === undefined) return [missing(path)];
  if ('options' in issue && Array.isArray(issue.options))
    return [notAllowed(path, found, issue.options.map(String))];
  const nearest = [...issue.errors].sort((a, b) => rank(a) - rank(b))[0];
  return nearest === undefined || nearest.some(isAboutTheWhole)
    ? [error('WRONG_TYPE', pointerTo(path), `\`${nameOf(path)}\` cannot be ${typeInWords(found)}.`)]
    : nearest.flatMap((inner) => issueProblems(schema, value, inner, path));
}

/** The branch that the author meant: one of the right outer type, then the one with the fewest complaints. */
function rank(issues: readonly Issue[]): number {
  const foreign = issues.filter((issue) => issue.code === 'unrecognized_keys').length;
  return issues.length + 10 * foreign + (issues.some(isAboutTheWhole) ? 100 : 0);
}

function isAboutTheWhole({ code, path }: Issue): boolean {
  return path.length === 0 && code !== 'unrecognized_keys';
}

/** What stands at a path of own members; undefined when nothing does. */
function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (at, step) =>
      typeof at === 'object' && at !== null && Object.hasOwn(at, step)
        ? (at as Record<PropertyKey, unknown>)[step]
        : undefined,
    value,
  );
}

/** The JSON type of a value, with its article, as people say it. */
export function typeInWords(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'an object';
  if (typeof value === 'string') return 'a text';
  if (typeof value === 'number') return Number.isInteger(value) ? 'a number' : 'a number with a fraction';
  return typeof value === 'boolean' ? 'true or false' : `a value of type ${typeof value}`;
}

function shorten(text: PropertyKey | undefined): string {
  const shown = String(text ?? '');
  return shown.length > 60 ? `${shown.slice(0, 57)}…` : shown;
}
