/** Cuts pages out of lists and dresses them as Relay connections. */
import { decodeCursor, encodeCursor, type PagedList } from './cursor';
import type { Connection } from './types/connection';

/** What a page was asked for with, after the arguments were checked. */
export interface PageRequest {
  readonly list: PagedList;
  readonly first: number;
  /** The cursor as it came; null for the first page. */
  readonly after: string | null;
}

/** One page of a list that was read by key elsewhere. */
export interface KeyedPage<T> {
  readonly items: readonly T[];
  readonly keyOf: (item: T) => string;
  readonly hasNextPage: boolean;
  /** Key to go on behind when it is not the last item's. */
  readonly continueAfter: string | null;
  /** How many there are in all pages; null when that would take reading too many. */
  readonly countAll: () => number | Promise<number | null>;
}

/** Edges with cursors, and where the page begins and ends. */
export function toConnection<T>(request: PageRequest, page: KeyedPage<T>): Connection<T> {
  const edges = page.items.map((node) => ({ cursor: encodeCursor(request.list, page.keyOf(node)), node }));
  return {
    edges,
    pageInfo: {
      hasNextPage: page.hasNextPage,
      hasPreviousPage: request.after !== null,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: page.continueAfter === null ? null : encodeCursor(request.list, page.continueAfter),
    },
    countAll: page.countAll,
  };
}

/** A page of documents held in memory, in ascending order of their keys. */
export function pageOfDocuments<D extends { key: string }, T extends { key: string }>(
  request: PageRequest,
  documents: ReadonlyMap<string, D>,
  show: (document: D) => T,
): Connection<T> {
  const after = decodeCursor(request.list, request.after);
  const rest = [...documents.values()].filter((document) => after === null || document.key > after);
  const items = rest.slice(0, request.first).map(show);
  return toConnection(request, {
    items,
    keyOf: (item) => item.key,
    hasNextPage: rest.length > items.length,
    continueAfter: items.at(-1)?.key ?? null,
    countAll: () => documents.size,
  });
}
