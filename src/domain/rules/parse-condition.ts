/** Turns a condition as written into the tree that evaluators walk, with every operator and path read. */
import type { ConditionDocument, LeafDocument } from '../documents/kinds/condition-schema';
import type { Condition, Leaf, Operand } from './condition';
import { parseOperator } from './operators/parse-operator';
import { parsePath } from './parse-path';

/** What keeps a condition from being read, and where. */
export interface ConditionProblem {
  /** RFC 6901 pointer within the document. */
  readonly pointer: string;
  readonly message: string;
  readonly hint: string | null;
}

/** The tree, or every problem in document order. `pointer` is where the condition stands in its document. */
export function parseCondition(
  document: ConditionDocument,
  pointer: string,
): { readonly condition: Condition } | { readonly problems: readonly ConditionProblem[] } {
  const problems: ConditionProblem[] = [];
  const condition = read(document, pointer, problems);
  return problems.length > 0 ? { problems } : { condition };
}

function read(document: ConditionDocument, pointer: string, problems: ConditionProblem[]): Condition {
  if ('all' in document) return readGroup('all', document.all, pointer, problems);
  if ('any' in document) return readGroup('any', document.any, pointer, problems);
  if ('not' in document) {
    return { kind: 'not', condition: read(document.not, `${pointer}/not`, problems), pointer };
  }
  if ('condition' in document) return { kind: 'audience', key: document.condition, pointer };
  return readLeaf(document, pointer, problems);
}

function readGroup(
  kind: 'all' | 'any',
  members: readonly ConditionDocument[],
  pointer: string,
  problems: ConditionProblem[],
): Condition {
  if (members.length === 0) {
    problems.push({ pointer: `${pointer}/${kind}`, message: `\`${kind}\` is empty.`, hint: 'Add a condition.' });
  }
  const conditions = members.map((member, at) => read(member, `${pointer}/${kind}/${at}`, problems));
  return { kind, conditions, pointer };
}

function readLeaf(document: LeafDocument, pointer: string, problems: ConditionProblem[]): Leaf {
  const operator = parseOperator(document.operator);
  if ('message' in operator) problems.push({ pointer: `${pointer}/operator`, ...operator });
  return {
    kind: 'leaf',
    fact: document.fact,
    path: readPath(document.path, `${pointer}/path`, problems),
    operator: 'expression' in operator ? operator.expression : { decorators: [], name: document.operator },
    operand: readOperand(document.value, `${pointer}/value`, problems),
    pointer,
  };
}

function readOperand(value: LeafDocument['value'], pointer: string, problems: ConditionProblem[]): Operand {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return { kind: 'literal', value };
  return { kind: 'fact', fact: value.fact, path: readPath(value.path, `${pointer}/path`, problems) };
}

function readPath(
  text: string | undefined,
  pointer: string,
  problems: ConditionProblem[],
): readonly string[] {
  if (text === undefined) return [];
  const parsed = parsePath(text);
  if ('path' in parsed) return parsed.path;
  problems.push({ pointer, message: parsed.message, hint: null });
  return [];
}
