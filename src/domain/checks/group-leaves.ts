/** Gathers the comparisons that a group asks of one fact together, so that they can be held against one another. */
import type { LeafDocument } from '../documents/kinds/condition-schema';
import { childrenOf, type PlacedNode } from './condition-parts';

/** Which of its members a group joins: all of them must hold, or any. */
export type GroupKind = 'all' | 'any';

/** Lists of comparisons of one fact and path each: those of the group and of the groups of its kind directly within it. */
export function leavesByFact(group: PlacedNode, kind: GroupKind): readonly (readonly LeafDocument[])[] {
  const groups = new Map<string, LeafDocument[]>();
  for (const leaf of leavesTogether(group, kind)) {
    const name = `${leaf.fact}${leaf.path ?? ''}`;
    groups.set(name, [...(groups.get(name) ?? []), leaf]);
  }
  return [...groups.values()];
}

function leavesTogether(group: PlacedNode, kind: GroupKind): readonly LeafDocument[] {
  return childrenOf(group).flatMap((child) => {
    if ('fact' in child.node) return [child.node];
    return kind in child.node ? leavesTogether(child, kind) : [];
  });
}
