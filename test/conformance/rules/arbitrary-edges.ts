/** Generates values at the edges, of right and wrong types, and comparisons that take any operator to any of them. */
import * as fc from 'fast-check';
import type { ConditionDocument, LeafDocument } from '../../../src/domain/documents/kinds/condition-schema';
import type { FactSet, FactValue } from '../../../src/domain/rules/fact-set';
import { DECORATORS } from '../../../src/domain/rules/operators/operator-expression';
import { OPERATORS } from '../../../src/domain/rules/operators/operator-catalogue';
import { parseOperator } from '../../../src/domain/rules/operators/parse-operator';
import { FACT_NAMES } from './arbitrary-rules';
import { freeze } from './rule-case';

const NOW = Date.parse('2026-06-01T00:00:00.000Z');
const DAY = 86_400_000;
const days = (n: number, milliseconds = 0): string => new Date(NOW + n * DAY + milliseconds).toISOString();

const around = (n: number): number[] => [n, n + 1e-9, n - 1e-9, n + Number.EPSILON * 4, n - Number.EPSILON * 4];
const numbers = fc.constantFrom(
  ...[0, 1, 2, 3, 4, 0.3].flatMap(around),
  -0,
  0.1 + 0.2,
  Number.MAX_VALUE,
  -Number.MAX_VALUE,
  Number.MIN_VALUE,
  Number.MAX_SAFE_INTEGER,
);
const oddNumbers = fc.constantFrom(Number.NaN, Infinity, -Infinity);
const dates = fc.constantFrom(
  ...[-31, -1, 0, 1, 30].flatMap((n) => [days(n), days(n, 1), days(n, -1)]),
  '2026-06-01T02:00:00+02:00',
  '2026-06-01T00:00:00Z',
  '2026-06-01T00:00:00.5Z',
  '2026-02-30T00:00:00.000Z',
  '2026-06-01',
  '0001-01-01T00:00:00.000Z',
);
const texts = fc.constantFrom('a', 'b', 'c', '', 'A', 'now', '1', '__proto__', 'constructor', 'NaN');
const scalar = fc.oneof(numbers, texts, dates, fc.boolean());
const oddItem = fc.oneof(oddNumbers, fc.constant(null), fc.constant({}), fc.constant(['a']));
const list = fc.array(fc.oneof({ arbitrary: scalar, weight: 12 }, oddItem), { maxLength: 4 });
const crm = fc.record({
  stage: scalar,
  mrr: fc.oneof(fc.record({ amount: scalar }), scalar),
  'odd.key': fc.oneof(scalar, fc.constant(null), oddNumbers),
  tags: fc.oneof(list, scalar),
});

/** Any value that may stand behind a fact, also what counts as absent. */
const anyValue: fc.Arbitrary<unknown> = fc.oneof(
  { arbitrary: scalar, weight: 8 },
  { arbitrary: list, weight: 3 },
  { arbitrary: crm, weight: 3 },
  oddNumbers,
  fc.constant(null),
);

const numberNames = ['usage.seats.used', 'usage.seats.limit'] as const;
const likely: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  ...Object.fromEntries(numberNames.map((name) => [name, numbers])),
  'account.plan': texts,
  'account.segment': texts,
  'account.hasOwner': fc.boolean(),
  'contract.renewsAt': dates,
  'support.lastResolvedAt': dates,
  'account.features': list,
  'account.scores': list,
  'attributes.crm': crm,
};

/** One account: each fact of its type, of any type, absent or stale; the clock on a millisecond or between two. */
export const edgeFacts: fc.Arbitrary<FactSet> = fc
  .record({
    values: fc.tuple(
      ...FACT_NAMES.map((name) =>
        fc.oneof(
          { arbitrary: likely[name] ?? anyValue, weight: 6 },
          { arbitrary: anyValue, weight: 2 },
          fc.constantFrom('$absent', '$stale'),
        ),
      ),
    ),
    now: fc.oneof({ arbitrary: fc.constant(NOW), weight: 9 }, fc.constantFrom(NOW + 0.25, NOW + 1, 0)),
  })
  .map(({ values, now }) => {
    const known = FACT_NAMES.map((name, at) => [name, values[at]] as const);
    const present = known.filter(([, value]) => value !== '$absent' && value !== '$stale');
    const stale = known.filter(([, value]) => value === '$stale').map(([name]) => name);
    return freeze({ values: new Map(present as [string, FactValue][]), stale: new Set(stale), now });
  });

const side = fc.oneof(
  fc.constantFrom(...FACT_NAMES).map((fact) => ({ fact })),
  fc
    .constantFrom('$.stage', '$.mrr.amount', "$['odd.key']", '$.tags', '$.none')
    .map((path) => ({ fact: 'attributes.crm', path })),
);
const operand: fc.Arbitrary<LeafDocument['value']> = fc.oneof(
  { arbitrary: scalar, weight: 4 },
  { arbitrary: fc.array(scalar, { maxLength: 3 }), weight: 2 },
  { arbitrary: side, weight: 2 },
  fc.constantFrom(-31, -1, 0, 1, 30, 0.5, 1 / 3, 1e9),
  fc.constant(null),
);
const operator = fc
  .tuple(fc.array(fc.constantFrom(...DECORATORS), { maxLength: 2 }), fc.constantFrom(...OPERATORS.keys()))
  .map(([decorators, name]) => [...decorators, name].join(':'))
  .filter((text) => 'expression' in parseOperator(text));

/** Any operator between any two things, whether it makes sense or not. */
export const edgeLeaf: fc.Arbitrary<ConditionDocument> = fc
  .tuple(side, fc.oneof(operator, fc.constantFrom(...OPERATORS.keys())), operand)
  .map(([left, name, value]) => ({ ...left, operator: name, value }));
