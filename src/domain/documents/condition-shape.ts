/** Checks the shape of a condition node by node, so that every problem has its own place and plain words. */
import { z } from 'zod';
import { MOST_CONDITION_DEPTH, MOST_CONDITIONS } from './document-bounds';
import { error } from './found';
import { below } from './json-pointer';
import { leafSchema } from './kinds/condition-schema';
import { documentKey } from './kinds/key';
import { didYouMeanOneOf } from './name-hint';
import type { Problem } from './problem';
import { schemaProblems, typeInWords } from './schema-problems';

const GROUPS = ['all', 'any', 'not'] as const;
const BESIDE_GROUP: readonly string[] = ['name', 'priority'];
const LEAF_MEMBERS = ['fact', 'path', 'operator', 'value', 'priority', 'name'];
const KNOWN = [...GROUPS, 'condition', ...LEAF_MEMBERS];

const besideSchema = leafSchema.pick({ name: true, priority: true });
const referenceSchema = z.strictObject({ condition: documentKey });

interface Node {
  readonly value: unknown;
  readonly pointer: string;
  /** Groups above and including this one. */
  readonly depth: number;
}

/** Every problem of the conditions of a rule or an audience; an absent value is reported as missing. */
export function conditionProblems(root: unknown, pointer: string): Problem[] {
  if (root === undefined)
    return [error('MISSING_MEMBER', pointer, '`conditions` is missing.', 'Add a group.')];
  const problems: Problem[] = rootProblems(root, pointer);
  const waiting: Node[] = [{ value: root, pointer, depth: 1 }];
  let seen = 0;
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    seen += 1;
    if (seen > MOST_CONDITIONS + 1) return [...problems, tooMany(pointer)];
    problems.push(...nodeProblems(node, waiting));
  }
  return problems;
}

function rootProblems(root: unknown, pointer: string): Problem[] {
  if (!isObject(root)) return [];
  const isGroup = [...GROUPS, 'condition'].some((name) => Object.hasOwn(root, name));
  return isGroup
    ? []
    : [error('ROOT_NOT_A_GROUP', pointer, 'The root must be a group: all, any, not or condition.', wrapHint)];
}

const wrapHint = 'Put it in { "all": [ … ] }.';

function nodeProblems(node: Node, waiting: Node[]): Problem[] {
  if (!isObject(node.value)) {
    const message = `A condition must be an object, not ${typeInWords(node.value)}.`;
    return [error('WRONG_TYPE', node.pointer, message)];
  }
  const members = Object.keys(node.value);
  const groups = GROUPS.filter((name) => members.includes(name));
  const forms = [...groups, ...['condition', 'fact'].filter((name) => members.includes(name))];
  if (forms.length > 1) return [mixed(node.pointer, forms)];
  const [group] = groups;
  if (group !== undefined) return groupProblems({ ...node, value: node.value }, group, waiting);
  return members.includes('condition')
    ? referenceProblems(node.value, node.pointer)
    : leafProblems(node.value, node.pointer);
}

function groupProblems(
  { value, pointer, depth }: Node & { value: Record<string, unknown> },
  group: (typeof GROUPS)[number],
  waiting: Node[],
): Problem[] {
  if (depth > MOST_CONDITION_DEPTH) {
    const message = `Conditions are nested more than ${MOST_CONDITION_DEPTH} levels deep.`;
    return [error('TOO_DEEP', pointer, message, 'Name an inner group as an audience.')];
  }
  const at = below(pointer, group);
  const around = besideGroup(value, pointer, group);
  const inner = value[group];
  if (group === 'not') {
    waiting.push({ value: inner, pointer: at, depth: depth + 1 });
    return around;
  }
  if (!Array.isArray(inner)) {
    const message = `\`${group}\` must be a list of conditions, not ${typeInWords(inner)}.`;
    return [...around, error('WRONG_TYPE', at, message)];
  }
  waiting.push(
    ...inner.map((item: unknown, i) => ({ value: item, pointer: below(at, i), depth: depth + 1 })).reverse(),
  );
  const empty = `An empty \`${group}\` would match every account or none.`;
  return inner.length === 0
    ? [...around, error('EMPTY_GROUP', at, empty, 'Add a condition or remove the group.')]
    : around;
}

function besideGroup(value: Record<string, unknown>, pointer: string, group: string): Problem[] {
  return Object.keys(value)
    .filter((name) => name !== group)
    .flatMap((name) =>
      BESIDE_GROUP.includes(name)
        ? scalarProblems(value, pointer, name)
        : [unknownMember(pointer, name, BESIDE_GROUP)],
    );
}

function scalarProblems(value: Record<string, unknown>, pointer: string, name: string): Problem[] {
  return fieldProblems(besideSchema, { [name]: value[name] }, pointer);
}

function referenceProblems(value: Record<string, unknown>, pointer: string): Problem[] {
  const others = Object.keys(value).filter((name) => name !== 'condition');
  return [
    ...others.map((name) =>
      LEAF_MEMBERS.includes(name)
        ? mixed(pointer, ['condition', name])
        : unknownMember(pointer, name, ['condition']),
    ),
    ...fieldProblems(referenceSchema, { condition: value.condition }, pointer),
  ];
}

function leafProblems(value: Record<string, unknown>, pointer: string): Problem[] {
  const isLeaf = LEAF_MEMBERS.some((name) => Object.hasOwn(value, name));
  const unknown = Object.keys(value).filter((name) => !LEAF_MEMBERS.includes(name));
  if (!isLeaf) {
    const message =
      'A condition is a group (all, any, not), an audience (condition) or a comparison (fact, operator, value).';
    return [
      error('MISSING_MEMBER', pointer, message),
      ...unknown.map((name) => unknownMember(pointer, name)),
    ];
  }
  const known = Object.fromEntries(Object.entries(value).filter(([name]) => LEAF_MEMBERS.includes(name)));
  return [
    ...unknown.map((name) => unknownMember(pointer, name)),
    ...fieldProblems(leafSchema, known, pointer),
  ];
}

function fieldProblems(schema: z.ZodType, value: unknown, pointer: string): Problem[] {
  const parsed = schema.safeParse(value);
  if (parsed.success) return [];
  return schemaProblems(schema, value, parsed.error.issues).map((problem) => ({
    ...problem,
    pointer: pointer + problem.pointer,
  }));
}

function mixed(pointer: string, forms: readonly string[]): Problem {
  const named = forms.map((name) => `\`${name}\``).join(' and ');
  const message = `${named} stand in one condition; only one of them would count.`;
  return error('MIXED_CONDITION', pointer, message, 'Put each in a condition of its own.');
}

function unknownMember(pointer: string, name: string, known: readonly string[] = KNOWN): Problem {
  const message = `A condition has no member \`${name.slice(0, 60)}\`.`;
  return error('UNKNOWN_MEMBER', below(pointer, name), message, didYouMeanOneOf(name, known));
}

function tooMany(pointer: string): Problem {
  const message = `There are more than ${MOST_CONDITIONS} conditions.`;
  return error('TOO_MANY_CONDITIONS', pointer, message, 'Split the rule, or name a part as an audience.');
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
