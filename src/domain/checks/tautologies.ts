/** Warns of groups that always hold, because their conditions leave no value of a fact out. */
import { warning } from '../documents/found';
import type { LeafDocument } from '../documents/kinds/condition-schema';
import type { Problem } from '../documents/problem';
import type { Check } from './check';
import { conditionNodes, type PlacedNode } from './condition-parts';
import { excludeOneAnother } from './exclusion';
import { leavesByFact } from './group-leaves';

/** Looks at each `any` with the `any` groups directly within it. A fact that is not known is another matter. */
export const tautologies: Check = (subject) =>
  conditionNodes(subject)
    .filter(({ node }) => 'any' in node)
    .flatMap((group) => groupProblems(group));

function groupProblems(group: PlacedNode): readonly Problem[] {
  return leavesByFact(group, 'any')
    .filter((leaves) => leaveNothingOut(leaves))
    .map(([first]) => {
      const message = `Whatever \`${first?.fact ?? ''}\` is, one of these is true.`;
      return warning('ALWAYS_MATCHES', group.pointer, message, 'Use `all`, or take the group out.');
    });
}

const OPPOSITES: Readonly<Record<string, string>> = {
  equal: 'notEqual',
  notEqual: 'equal',
  in: 'notIn',
  notIn: 'in',
  lessThan: 'greaterThanInclusive',
  lessThanInclusive: 'greaterThan',
  greaterThan: 'lessThanInclusive',
  greaterThanInclusive: 'lessThan',
};

/** By De Morgan: any of them always holds exactly when their opposites exclude one another. */
export function leaveNothingOut(leaves: readonly LeafDocument[]): boolean {
  return excludeOneAnother(leaves.flatMap(opposite));
}

/** Of an operator without an opposite nothing is known; leaving it out can only hide a tautology, never make one up. */
function opposite(leaf: LeafDocument): readonly LeafDocument[] {
  if (leaf.operator === 'isMissing') return [{ ...leaf, value: leaf.value !== true }];
  const operator = OPPOSITES[leaf.operator];
  return operator === undefined ? [] : [{ ...leaf, operator }];
}
