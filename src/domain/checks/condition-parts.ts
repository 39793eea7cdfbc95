/** Takes the conditions of a rule or an audience apart: comparisons, groups, and the audiences they name. */
import { below } from '../documents/json-pointer';
import type { KeyedDocument } from '../documents/keyed-document';
import type { ConditionDocument, LeafDocument } from '../documents/kinds/condition-schema';

/** One node of the conditions and where it stands. */
export interface PlacedNode {
  readonly node: ConditionDocument;
  readonly pointer: string;
}

/** Every node of a document's conditions in document order; none for kinds without conditions. */
export function conditionNodes(subject: KeyedDocument): PlacedNode[] {
  return subject.kind === 'rule' || subject.kind === 'audience'
    ? nodesFrom({ node: subject.document.conditions, pointer: '/conditions' })
    : [];
}

/** Every comparison, in document order. */
export function leavesOf(
  subject: KeyedDocument,
): { readonly leaf: LeafDocument; readonly pointer: string }[] {
  return conditionNodes(subject).flatMap(({ node, pointer }) =>
    'fact' in node ? [{ leaf: node, pointer }] : [],
  );
}

/** Every audience named directly, in document order, as often as it is named. */
export function audiencesNamed(subject: KeyedDocument): { readonly key: string; readonly pointer: string }[] {
  return conditionNodes(subject).flatMap(({ node, pointer }) =>
    'condition' in node ? [{ key: node.condition, pointer: below(pointer, 'condition') }] : [],
  );
}

/** The conditions directly within a node, with their places. */
export function childrenOf({ node, pointer }: PlacedNode): PlacedNode[] {
  if ('all' in node) return placed(node.all, below(pointer, 'all'));
  if ('any' in node) return placed(node.any, below(pointer, 'any'));
  return 'not' in node ? [{ node: node.not, pointer: below(pointer, 'not') }] : [];
}

function placed(nodes: readonly ConditionDocument[], pointer: string): PlacedNode[] {
  return nodes.map((node, index) => ({ node, pointer: below(pointer, index) }));
}

/** A node and everything within it; conditions were bounded when they were read. */
function nodesFrom(root: PlacedNode, into: PlacedNode[] = []): PlacedNode[] {
  into.push(root);
  for (const child of childrenOf(root)) nodesFrom(child, into);
  return into;
}
