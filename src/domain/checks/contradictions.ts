/** Warns of groups that can never hold, because their conditions on one fact exclude one another. */
import { warning } from '../documents/found';
import type { LeafDocument } from '../documents/kinds/condition-schema';
import type { Problem } from '../documents/problem';
import type { Check } from './check';
import { childrenOf, conditionNodes, type PlacedNode } from './condition-parts';
import { excludeOneAnother } from './exclusion';

/** Looks at each `all` with the `all` groups directly within it; drafts are still taken. */
export const contradictions: Check = (subject) =>
  conditionNodes(subject)
    .filter(({ node }) => 'all' in node)
    .flatMap((group) => groupProblems(group));

function groupProblems(group: PlacedNode): readonly Problem[] {
  return byFact(leavesTogether(group))
    .filter((leaves) => excludeOneAnother(leaves))
    .map(([first]) => {
      const message = `What is asked of \`${first?.fact ?? ''}\` can never all be true.`;
      return warning('NEVER_MATCHES', group.pointer, message, 'Use `any`, or take one condition out.');
    });
}

function leavesTogether(group: PlacedNode): readonly LeafDocument[] {
  return childrenOf(group).flatMap((child) => {
    if ('fact' in child.node) return [child.node];
    return 'all' in child.node ? leavesTogether(child) : [];
  });
}

function byFact(leaves: readonly LeafDocument[]): LeafDocument[][] {
  const groups = new Map<string, LeafDocument[]>();
  for (const leaf of leaves) {
    const name = `${leaf.fact}${leaf.path ?? ''}`;
    groups.set(name, [...(groups.get(name) ?? []), leaf]);
  }
  return [...groups.values()];
}
