/** Corrupts conditions of rules and audiences, node by node. */
import {
  isObject,
  itemsOf,
  misspelt,
  neighbours,
  textOf,
  type Edit,
  type Json,
  type JsonObject,
  type Path,
} from './edit';
import { literalEdits } from './literal-edits';
import { otherFacts, type Surroundings } from './surroundings';

/** Operators that an author could have meant instead: the other side of the bound, and the other direction. */
const FLIPPED: Readonly<Record<string, readonly string[]>> = {
  greaterThan: ['greaterThanInclusive', 'lessThan'],
  greaterThanInclusive: ['greaterThan', 'lessThanInclusive'],
  lessThan: ['lessThanInclusive', 'greaterThan'],
  lessThanInclusive: ['lessThan', 'greaterThanInclusive'],
  equal: ['notEqual'],
  notEqual: ['equal'],
  in: ['notIn'],
  notIn: ['in'],
  contains: ['doesNotContain'],
  doesNotContain: ['contains'],
  before: ['after'],
  after: ['before'],
};

/** Every edit of the condition at a path, and of those within. */
export function conditionEdits(node: Json | undefined, path: Path, around: Surroundings): readonly Edit[] {
  if (!isObject(node)) return [];
  if ('not' in node) return [...notEdits(node, path), ...conditionEdits(node.not, [...path, 'not'], around)];
  if ('condition' in node) return audienceEdits(node, path, around);
  const group = ['all', 'any'].find((name) => name in node);
  return group === undefined ? leafEdits(node, path, around) : groupEdits(node, group, path, around);
}

function notEdits(node: JsonObject, path: Path): readonly Edit[] {
  return [{ kind: 'not dropped', path, after: node.not }];
}

function audienceEdits({ condition }: JsonObject, path: Path, { documents }: Surroundings): readonly Edit[] {
  const others = neighbours([...documents.audience.keys()], textOf(condition));
  return others.map((after) => ({ kind: 'audience exchanged', path: [...path, 'condition'], after }));
}

/** With one member `all` and `any` say the same; a group without members says nothing, and stops at the checks. */
function groupEdits(node: JsonObject, group: string, path: Path, around: Surroundings): readonly Edit[] {
  const members = itemsOf(node[group]);
  const other = group === 'all' ? 'any' : 'all';
  const swapped: readonly Edit[] =
    members.length < 2 ? [] : [{ kind: 'all and any swapped', path, after: { [other]: members } }];
  return [
    ...swapped,
    ...members.flatMap((member, index): readonly Edit[] => {
      const at = [...path, group, index];
      return [
        { kind: 'condition removed', path: at, after: undefined },
        ...conditionEdits(member, at, around),
      ];
    }),
  ];
}

function leafEdits(leaf: JsonObject, path: Path, around: Surroundings): readonly Edit[] {
  const fact = textOf(leaf.fact);
  const flips = FLIPPED[textOf(leaf.operator)] ?? [];
  return [
    ...flips.map((after): Edit => ({ kind: 'operator flipped', path: [...path, 'operator'], after })),
    { kind: 'fact misspelt', path: [...path, 'fact'], after: misspelt(fact) },
    ...otherFacts(around, fact).map((after): Edit => ({
      kind: 'fact exchanged',
      path: [...path, 'fact'],
      after,
    })),
    ...literalEdits(leaf.value, [...path, 'value'], { fact, around }),
  ];
}
