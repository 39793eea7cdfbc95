/** Shapes lists as Relay connections, one edge and one connection type per kind of node. */
import 'reflect-metadata';
import { Field, Int, ObjectType, type ClassType } from 'type-graphql';

/** Where a page begins and ends. */
@ObjectType({ simpleResolvers: true, description: 'Where a page of a list begins and ends.' })
export class PageInfo {
  @Field(() => Boolean, { description: 'Whether `after: endCursor` finds more.' })
  hasNextPage!: boolean;

  @Field(() => Boolean, { description: 'Whether the page was asked for with `after`.' })
  hasPreviousPage!: boolean;

  @Field(() => String, { nullable: true, description: 'Cursor of the first edge; null for an empty page.' })
  startCursor!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Where to go on from; null when there is nothing to go on from.',
  })
  endCursor!: string | null;
}

/** One page as resolvers return it. */
export interface Connection<T> {
  readonly edges: readonly { readonly cursor: string; readonly node: T }[];
  readonly pageInfo: PageInfo;
  /** Asked only when a client selects `totalCount`. */
  readonly countAll: () => number | Promise<number | null>;
}

/** Makes `<name>Connection` and `<name>Edge`. `plural` is how the descriptions call the nodes, `order` says how they are sorted. */
export function connectionType<T extends object>(
  name: string,
  plural: string,
  node: () => ClassType<T>,
  order = 'In ascending byte order of their keys.',
) {
  @ObjectType(`${name}Edge`, {
    simpleResolvers: true,
    description: `One of the ${plural} and its place in the list.`,
  })
  class Edge {
    @Field(() => String, { description: 'Opaque; pass it as `after` to go on behind this item.' })
    cursor!: string;

    @Field(node, { description: 'The item.' })
    node!: T;
  }

  @ObjectType(`${name}Connection`, { simpleResolvers: true, description: `A page of ${plural}.` })
  class Page {
    @Field(() => [Edge], { description: `The items. ${order}` })
    edges!: Edge[];

    @Field(() => PageInfo, { description: 'Where the page begins and ends.' })
    pageInfo!: PageInfo;

    @Field(() => Int, {
      nullable: true,
      description: `How many ${plural} there are in all pages; null when that would take reading too many to tell.`,
    })
    totalCount(): number | Promise<number | null> {
      return this.countAll();
    }

    countAll!: () => number | Promise<number | null>;
  }

  return Page;
}
