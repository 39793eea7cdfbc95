/** Tells what a GraphQL document asks for before anything is validated: a name for metrics and a priority for the queue. */
import {
  type FieldNode,
  type GraphQLField,
  type GraphQLSchema,
  Kind,
  parse,
  type SelectionSetNode,
} from 'graphql';
import { LRUCache } from 'lru-cache';
import { PRIORITIES, type Priority } from './admission-queue';
import { MAX_TOKENS } from './document-limits';

/** What is known of a document. */
export interface OperationKind {
  /** Name of its first root field, or `other`: one of a bounded set. */
  readonly name: string;
  /** That of its least important root field, so that a report can't hide behind an answer. */
  readonly priority: Priority;
}

/** Whatever no field of ours is asked for. */
export const OTHER_OPERATION: OperationKind = { name: 'other', priority: 'reports' };

/** Longest text that is kept, and how many. */
const KEPT = { documents: 500, length: 8_192 };

/** Looks a document up; documents seen before cost one look in memory. */
export function operationKinds(
  schema: GraphQLSchema,
  priorityOf: (field: GraphQLField<unknown, unknown>) => Priority,
): (query: string) => OperationKind {
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  const fields = roots.flatMap((type) => Object.values(type?.getFields() ?? {}));
  const priorities = new Map(fields.map((field) => [field.name, priorityOf(field)] as const));
  const known = new LRUCache<string, OperationKind>({ max: KEPT.documents });
  const lookUp = (query: string) => {
    const found = known.get(query);
    if (found !== undefined) return found;
    const kind = kindOf(query, priorities);
    if (query.length <= KEPT.length) known.set(query, kind);
    return kind;
  };
  let last = { query: '', kind: OTHER_OPERATION };
  return (query) => {
    // Mostly the same is asked again, and to compare two texts costs a tenth of hashing one.
    if (query !== last.query) last = { query, kind: lookUp(query) };
    return last.kind;
  };
}

function kindOf(query: string, priorities: ReadonlyMap<string, Priority>): OperationKind {
  const names = rootFieldsOf(query).filter((name) => priorities.has(name));
  const [name] = names;
  if (name === undefined) return OTHER_OPERATION;
  const ranks = names.map((each) => PRIORITIES.indexOf(priorities.get(each) ?? 'reports'));
  return { name, priority: PRIORITIES[Math.max(...ranks)] ?? 'reports' };
}

/** Of every operation and fragment of the document: a text that holds several is rare, and none may hide. */
function rootFieldsOf(query: string): readonly string[] {
  try {
    const { definitions } = parse(query, { maxTokens: MAX_TOKENS, noLocation: true });
    return definitions.flatMap((node) => ('selectionSet' in node ? fieldsOf(node.selectionSet) : []));
  } catch {
    return [];
  }
}

function fieldsOf({ selections }: SelectionSetNode): readonly string[] {
  return selections.flatMap((node) => {
    if (node.kind === Kind.FIELD) return [(node satisfies FieldNode).name.value];
    return node.kind === Kind.INLINE_FRAGMENT ? fieldsOf(node.selectionSet) : [];
  });
}
