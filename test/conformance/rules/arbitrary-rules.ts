/** Generates well-typed conditions and the facts they speak of. */
import * as fc from 'fast-check';
import type { ConditionDocument, LeafDocument } from '../../../src/domain/documents/kinds/condition-schema';
import type { FactValue } from '../../../src/domain/rules/fact-set';

const text = fc.constantFrom('a', 'b', 'c');
const integer = fc.integer({ min: 0, max: 4 });
const date = fc.constantFrom(
  '2026-05-01T00:00:00.000Z',
  '2026-06-01T00:00:00.000Z',
  '2026-06-01T02:00:00+02:00',
  '2026-07-01T00:00:00.000Z',
);
const texts = fc.array(text, { minLength: 1, maxLength: 3 });
const integers = fc.array(integer, { minLength: 1, maxLength: 3 });

/** Facts with values of their types. */
export const completeFacts: fc.Arbitrary<Record<string, FactValue>> = fc.record({
  'account.plan': text,
  'account.segment': text,
  'usage.seats.used': integer,
  'usage.seats.limit': integer,
  'account.hasOwner': fc.boolean(),
  'contract.renewsAt': date,
  'support.lastResolvedAt': date,
  'account.features': texts,
  'account.scores': integers,
  'attributes.crm': fc.record({
    stage: text,
    mrr: fc.record({ amount: integer }),
    'odd.key': integer,
    tags: texts,
  }),
});

/** Names of all facts that are generated. */
export const FACT_NAMES = [
  'account.plan',
  'account.segment',
  'usage.seats.used',
  'usage.seats.limit',
  'account.hasOwner',
  'contract.renewsAt',
  'support.lastResolvedAt',
  'account.features',
  'account.scores',
  'attributes.crm',
] as const;

type Side = Pick<LeafDocument, 'fact' | 'path'>;

const textSide = fc.constantFrom<Side>(
  { fact: 'account.plan' },
  { fact: 'account.segment' },
  { fact: 'attributes.crm', path: '$.stage' },
);
const numberSide = fc.constantFrom<Side>(
  { fact: 'usage.seats.used' },
  { fact: 'usage.seats.limit' },
  { fact: 'attributes.crm', path: '$.mrr.amount' },
  { fact: 'attributes.crm', path: "$['odd.key']" },
);
const flagSide = fc.constant<Side>({ fact: 'account.hasOwner' });
const dateSide = fc.constantFrom<Side>({ fact: 'contract.renewsAt' }, { fact: 'support.lastResolvedAt' });
const textsSide = fc.constantFrom<Side>(
  { fact: 'account.features' },
  { fact: 'attributes.crm', path: '$.tags' },
);
const numbersSide = fc.constant<Side>({ fact: 'account.scores' });

function leaves(
  side: fc.Arbitrary<Side>,
  operators: readonly string[],
  value: fc.Arbitrary<LeafDocument['value']>,
): fc.Arbitrary<ConditionDocument> {
  return fc
    .tuple(side, fc.constantFrom(...operators), value)
    .map(([left, operator, right]) => ({ ...left, operator, value: right }));
}

const equality = ['equal', 'notEqual', 'not:equal', 'swap:equal'];
const relational = ['lessThan', 'lessThanInclusive', 'greaterThan', 'greaterThanInclusive'];
const overItems = (names: readonly string[]): string[] =>
  names.flatMap((name) => [`someFact:${name}`, `everyFact:${name}`, `not:someFact:${name}`]);

/** Leaves on the operators of json-rules-engine. */
export const stockLeaf = fc.oneof(
  leaves(textSide, equality, fc.oneof(text, textSide)),
  leaves(numberSide, [...equality, ...relational, 'swap:lessThan'], fc.oneof(integer, numberSide)),
  leaves(flagSide, equality, fc.boolean()),
  leaves(textSide, ['in', 'notIn', 'someValue:equal', 'everyValue:notEqual'], fc.oneof(texts, textsSide)),
  leaves(numberSide, ['in', 'notIn', 'everyValue:lessThan'], fc.oneof(integers, numbersSide)),
  leaves(textsSide, ['contains', 'doesNotContain', 'swap:in'], fc.oneof(text, textSide)),
  leaves(textsSide, ['everyValue:contains', 'someFact:in', 'everyFact:notIn'], texts),
  leaves(numbersSide, overItems(relational), fc.oneof(integer, numberSide)),
);

/** Leaves on our own operators. */
export const ownLeaf = fc.oneof(
  leaves(dateSide, ['before', 'after', 'not:before'], fc.oneof(date, fc.constant('now'), dateSide)),
  leaves(dateSide, ['withinDays'], fc.constantFrom(-31, -1, 1, 30)),
  leaves(
    fc.oneof(textSide, numberSide, textsSide, dateSide),
    ['isMissing', 'not:isMissing'],
    fc.boolean(),
  ),
);

/** Keys of the audiences that conditions may name; `outer` may name the other two. */
export const AUDIENCES = ['first', 'second'] as const;

/** A condition with a group at its root, at most four levels deep. */
export function conditionOver(
  leaf: fc.Arbitrary<ConditionDocument>,
  audiences: readonly string[],
): fc.Arbitrary<ConditionDocument> {
  const references = audiences.map((condition) => fc.constant<ConditionDocument>({ condition }));
  const end = fc.oneof({ arbitrary: leaf, weight: 6 }, ...references);
  const inner = (depth: number): fc.Arbitrary<ConditionDocument> =>
    depth === 0 ? end : fc.oneof({ arbitrary: end, weight: 2 }, group(inner(depth - 1)));
  return group(inner(2));
}

function group(member: fc.Arbitrary<ConditionDocument>): fc.Arbitrary<ConditionDocument> {
  const members = fc.array(member, { minLength: 1, maxLength: 3 });
  return fc.oneof(
    members.map((all) => ({ all })),
    members.map((any) => ({ any })),
    member.map((not) => ({ not })),
  );
}

/** Rules with the audiences they may name: `outer` refers to the others, nothing refers back. */
export function documentsOver(leaf: fc.Arbitrary<ConditionDocument>): fc.Arbitrary<{
  rules: ConditionDocument[];
  audiences: Record<string, ConditionDocument>;
}> {
  return fc.record({
    rules: fc.array(conditionOver(leaf, [...AUDIENCES, 'outer']), { minLength: 1, maxLength: 4 }),
    audiences: fc.record({
      first: conditionOver(leaf, []),
      second: conditionOver(leaf, []),
      outer: conditionOver(leaf, AUDIENCES),
    }),
  });
}
