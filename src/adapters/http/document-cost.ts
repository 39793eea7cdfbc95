/** Refuses GraphQL documents whose answers could be too large, by the sizes of the lists they ask for. */
import {
  getNamedType,
  getNullableType,
  GraphQLError,
  isCompositeType,
  isListType,
  isObjectType,
  isInterfaceType,
  Kind,
  type ASTVisitor,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLNamedType,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type ValidationContext,
} from 'graphql';
import { MAX_PAGE_SIZE } from '../../application/page-size';

/** How the answer to one operation is weighed before it runs. */
export const COST = {
  /** Most points of one operation. A field is a point, below a list once per item. */
  most: 20_000,
  /** Points for each item of a list that is sized by `first`, for reading it; a variable counts as the largest page. */
  item: 10,
  /** Items that a list without `first` counts as. */
  itemsOfUnsizedList: 5,
} as const;

/** The argument that sizes the lists right below a field. */
const SIZE_ARGUMENT = 'first';

/** A validation rule for Apollo, worked out once per document: the code DOCUMENT_TOO_LARGE when an operation costs too much. */
export function costLimit(context: ValidationContext): ASTVisitor {
  return {
    OperationDefinition(operation) {
      const cost = costOfOperation(context, operation);
      if (cost > COST.most) context.reportError(tooCostly(operation));
    },
  };
}

function tooCostly(operation: OperationDefinitionNode): GraphQLError {
  return new GraphQLError(
    `The answer could be too large: at most ${COST.most} points are allowed. Ask for smaller pages or fewer fields.`,
    {
      nodes: operation,
      extensions: { code: 'DOCUMENT_TOO_LARGE', limit: 'cost', allowed: COST.most },
    },
  );
}

/** What lies around a selection: the type it is of, and whether a sized field is right above. */
interface Place {
  readonly type: GraphQLNamedType;
  readonly sized: boolean;
}

function costOfOperation(context: ValidationContext, operation: OperationDefinitionNode): number {
  const type = context.getSchema().getRootType(operation.operation);
  return type ? new Estimate(context).ofSelections(operation.selectionSet, { type, sized: false }) : 0;
}

/** Counts each fragment once per kind of place; a fragment within itself counts as nothing, other rules refuse it. */
class Estimate {
  private readonly counted = new Map<string, number>();

  constructor(private readonly context: ValidationContext) {}

  ofSelections({ selections }: SelectionSetNode, place: Place): number {
    return selections.reduce((sum, node) => {
      if (node.kind === Kind.FIELD) return sum + this.ofField(node, place);
      if (node.kind === Kind.FRAGMENT_SPREAD) return sum + this.ofSpread(node.name.value, place);
      const type = this.named(node.typeCondition?.name.value) ?? place.type;
      return sum + this.ofSelections(node.selectionSet, { ...place, type });
    }, 0);
  }

  private ofField(node: FieldNode, { type, sized }: Place): number {
    const field = fieldOf(type, node.name.value);
    if (field === undefined || !node.selectionSet) return 1;
    const below = getNamedType(field.type);
    if (!isCompositeType(below)) return 1;
    const size = sizeOf(node, field);
    const children = this.ofSelections(node.selectionSet, { type: below, sized: size !== null });
    return 1 + (size === null ? itemsOf(field, sized) * children : size * (COST.item + children));
  }

  private ofSpread(name: string, { sized }: Place): number {
    const key = `${name} ${sized}`;
    const known = this.counted.get(key);
    if (known !== undefined) return known;
    this.counted.set(key, 0);
    const fragment = this.context.getFragment(name);
    const cost = fragment ? this.ofFragment(fragment, sized) : 0;
    this.counted.set(key, cost);
    return cost;
  }

  private ofFragment({ typeCondition, selectionSet }: FragmentDefinitionNode, sized: boolean): number {
    const type = this.named(typeCondition.name.value);
    return type ? this.ofSelections(selectionSet, { type, sized }) : 0;
  }

  private named(name: string | undefined): GraphQLNamedType | undefined {
    return name === undefined ? undefined : this.context.getSchema().getType(name);
  }
}

function fieldOf(type: GraphQLNamedType, name: string): GraphQLField<unknown, unknown> | undefined {
  return isObjectType(type) || isInterfaceType(type) ? type.getFields()[name] : undefined;
}

/** A list right below a sized field has been counted there. */
function itemsOf(field: GraphQLField<unknown, unknown>, sized: boolean): number {
  return isListType(getNullableType(field.type)) && !sized ? COST.itemsOfUnsizedList : 1;
}

/** null for a field that takes no size. A size out of bounds is refused when it runs; here it counts as the largest. */
function sizeOf(node: FieldNode, field: GraphQLField<unknown, unknown>): number | null {
  const declared = field.args.find(({ name }) => name === SIZE_ARGUMENT);
  if (declared === undefined) return null;
  const given = node.arguments?.find(({ name }) => name.value === SIZE_ARGUMENT)?.value;
  if (given === undefined || given.kind === Kind.NULL) return Number(declared.defaultValue ?? MAX_PAGE_SIZE);
  const size = given.kind === Kind.INT ? Number(given.value) : MAX_PAGE_SIZE;
  return Math.min(Math.max(size, 1), MAX_PAGE_SIZE);
}
