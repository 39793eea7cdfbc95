/** Refuses GraphQL documents that ask for too much, whatever the schema says about them. */
import {
  GraphQLError,
  Kind,
  OperationTypeNode,
  type ASTVisitor,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type ValidationContext,
} from 'graphql';

/** What one document may hold; fragments count as often as they are spread. */
export const DOCUMENT_LIMITS = {
  /** Nested selections; a root field is 1. */
  depth: 10,
  /** Fields selected by one operation. */
  fields: 400,
  /** Fields that are renamed. */
  aliases: 50,
  directives: 50,
  /** Fields at the root of a mutation: two could be confused for two attempts at one thing. */
  mutations: 1,
} as const;

/** Lexical tokens of a document; the parser stops there. */
export const MAX_TOKENS = 2_000;

/** Mistakes told of one document or one set of variables; then it is said that there are more. */
export const MAX_TOLD_ERRORS = 5;

type Limit = keyof typeof DOCUMENT_LIMITS;
type Tally = Record<Limit, number>;

/** A validation rule for Apollo: one error with the code DOCUMENT_TOO_LARGE per limit that is broken. */
export function documentLimits(context: ValidationContext): ASTVisitor {
  return {
    Document(document) {
      for (const operation of operationsOf(document)) {
        for (const error of breaches(operation, fragmentsOf(document))) context.reportError(error);
      }
    },
  };
}

function breaches(operation: OperationDefinitionNode, fragments: Fragments): GraphQLError[] {
  const tally = tallyOf(operation, fragments);
  const broken = (Object.keys(DOCUMENT_LIMITS) as Limit[]).filter(
    (limit) => tally[limit] > DOCUMENT_LIMITS[limit],
  );
  return broken.map(
    (limit) =>
      new GraphQLError(
        `Too many ${limit === 'depth' ? 'levels' : limit}: at most ${DOCUMENT_LIMITS[limit]} are allowed. Ask in several requests.`,
        {
          nodes: operation,
          extensions: { code: 'DOCUMENT_TOO_LARGE', limit, allowed: DOCUMENT_LIMITS[limit] },
        },
      ),
  );
}

type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;

function operationsOf(document: DocumentNode): OperationDefinitionNode[] {
  return document.definitions.filter((node) => node.kind === Kind.OPERATION_DEFINITION);
}

function fragmentsOf(document: DocumentNode): Fragments {
  const nodes = document.definitions.filter((node) => node.kind === Kind.FRAGMENT_DEFINITION);
  return new Map(nodes.map((node) => [node.name.value, node]));
}

const NOTHING: Tally = { depth: 0, fields: 0, aliases: 0, directives: 0, mutations: 0 };

function tallyOf(operation: OperationDefinitionNode, fragments: Fragments): Tally {
  const counted = new Map<string, Tally>();
  const tally = count(operation.selectionSet, fragments, counted);
  const mutations =
    operation.operation === OperationTypeNode.MUTATION
      ? rootFields(operation.selectionSet, fragments, new Set())
      : 0;
  return { ...tally, directives: tally.directives + (operation.directives?.length ?? 0), mutations };
}

/** Counts each fragment once, however often it is spread; a fragment within itself counts as nothing, other rules refuse it. */
function count(selections: SelectionSetNode, fragments: Fragments, counted: Map<string, Tally>): Tally {
  return selections.selections.reduce<Tally>((sum, node) => {
    const directives = node.directives?.length ?? 0;
    if (node.kind === Kind.FIELD) {
      const below = node.selectionSet ? count(node.selectionSet, fragments, counted) : NOTHING;
      const self = { fields: 1, aliases: node.alias ? 1 : 0, directives };
      return add(sum, { ...below, depth: isIntrospection(node) ? 1 : below.depth + 1 }, self);
    }
    const inside =
      node.kind === Kind.INLINE_FRAGMENT
        ? count(node.selectionSet, fragments, counted)
        : countFragment(node.name.value, fragments, counted);
    return add(sum, inside, { directives });
  }, NOTHING);
}

/** Introspection is deep by nature; where it is allowed at all, its depth does not count. */
function isIntrospection(node: FieldNode): boolean {
  return node.name.value.startsWith('__');
}

function countFragment(name: string, fragments: Fragments, counted: Map<string, Tally>): Tally {
  const known = counted.get(name);
  if (known !== undefined) return known;
  counted.set(name, NOTHING);
  const fragment = fragments.get(name);
  const tally = fragment === undefined ? NOTHING : count(fragment.selectionSet, fragments, counted);
  counted.set(name, tally);
  return tally;
}

function add(sum: Tally, below: Tally, self: Partial<Tally>): Tally {
  return {
    depth: Math.max(sum.depth, below.depth),
    fields: sum.fields + below.fields + (self.fields ?? 0),
    aliases: sum.aliases + below.aliases + (self.aliases ?? 0),
    directives: sum.directives + below.directives + (self.directives ?? 0),
    mutations: 0,
  };
}

function rootFields(selections: SelectionSetNode, fragments: Fragments, seen: Set<string>): number {
  return selections.selections.reduce((sum, node) => {
    if (node.kind === Kind.FIELD) return sum + 1;
    if (node.kind === Kind.INLINE_FRAGMENT) return sum + rootFields(node.selectionSet, fragments, seen);
    if (seen.has(node.name.value)) return sum;
    seen.add(node.name.value);
    const fragment = fragments.get(node.name.value);
    return fragment === undefined ? sum : sum + rootFields(fragment.selectionSet, fragments, seen);
  }, 0);
}
