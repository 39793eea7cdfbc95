/** Warns of groups that can never hold, because their conditions on one fact exclude one another. */
import { warning } from '../documents/found';
import type { Problem } from '../documents/problem';
import type { Check } from './check';
import { conditionNodes, type PlacedNode } from './condition-parts';
import { excludeOneAnother } from './exclusion';
import { leavesByFact } from './group-leaves';

/** Looks at each `all` with the `all` groups directly within it; drafts are still taken. */
export const contradictions: Check = (subject) =>
  conditionNodes(subject)
    .filter(({ node }) => 'all' in node)
    .flatMap((group) => groupProblems(group));

function groupProblems(group: PlacedNode): readonly Problem[] {
  return leavesByFact(group, 'all')
    .filter((leaves) => excludeOneAnother(leaves))
    .map(([first]) => {
      const message = `What is asked of \`${first?.fact ?? ''}\` can never all be true.`;
      return warning('NEVER_MATCHES', group.pointer, message, 'Use `any`, or take one condition out.');
    });
}
