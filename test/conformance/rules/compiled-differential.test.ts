/**
 * Holds the compiled evaluator against the plain one on generated rule sets, each tried on many accounts.
 * COMPILED_CASES=1000000 sets the number of cases; a case is one account evaluated by one rule set on the plain
 * evaluator and on the compiled one: with facts in a map and rows joined in plain TypeScript, with facts in a table and in WebAssembly.
 */
import * as fc from 'fast-check';
import type { ConditionDocument } from '../../../src/domain/documents/kinds/condition-schema';
import type { FactSet } from '../../../src/domain/rules/fact-set';
import { FactOrder, FactTable } from '../../../src/domain/rules/fact-table';
import { compiledEvaluatorOn } from '../../../src/domain/rules/matcher/compiled-evaluator';
import { PlainKernel } from '../../../src/domain/rules/matcher/plain-kernel';
import { SimdKernel } from '../../../src/domain/rules/matcher/simd-kernel';
import { plainEvaluator } from '../../../src/domain/rules/plain-evaluator';
import type { StageOutcome } from '../../../src/domain/rules/rule-evaluator';
import { ruleOf, ruleSetOf } from '../../domain/rules/rule-set-of';
import { edgeFacts, edgeLeaf } from './arbitrary-edges';
import { AUDIENCES, FACT_NAMES, conditionOver, ownLeaf, stockLeaf } from './arbitrary-rules';
import { freeze } from './rule-case';
import { plainly } from './plainly';

const CASES = Number(process.env['COMPILED_CASES'] ?? 100_000);
const ACCOUNTS = 100;
const POOL = fc.sample(edgeFacts, 20 * ACCOUNTS);

const compiledOn = [() => new PlainKernel(), (words: number) => (words > 0 ? new SimdKernel() : new PlainKernel())].map(
  compiledEvaluatorOn,
);

const leaf = fc.oneof({ arbitrary: stockLeaf, weight: 3 }, { arbitrary: ownLeaf, weight: 2 }, edgeLeaf);
const documents = fc.record({
  rules: fc.array(conditionOver(leaf, [...AUDIENCES, 'outer', 'nobody']), { minLength: 1, maxLength: 10 }),
  audiences: fc.record({
    first: conditionOver(leaf, []),
    second: conditionOver(leaf, []),
    outer: conditionOver(leaf, [...AUDIENCES, 'nobody']),
  }),
});

function ruleSet(rules: readonly ConditionDocument[], audiences: Record<string, ConditionDocument>) {
  return freeze(
    ruleSetOf(
      rules.map((conditions, at) => ruleOf(`rule-${at}`, conditions, { priority: 1 + (at % 3) })),
      audiences,
    ),
  );
}

/** The orders take turns, as releases do. */
const ORDERS = [[...FACT_NAMES], ['other', ...FACT_NAMES], [...FACT_NAMES].reverse()].map((names) => new FactOrder(names));

function inTable({ values, ...rest }: FactSet): FactSet {
  const table = new FactTable(ORDERS[values.size % ORDERS.length] as FactOrder);
  for (const [name, value] of values) table.set(name, value);
  return { values: table, ...rest };
}

const told = (outcome: StageOutcome | Promise<StageOutcome>): string => {
  const { matched, matchedAt, undecided, failed } = plainly(outcome as StageOutcome);
  return JSON.stringify({
    matched: matched.map(({ key }) => key),
    matchedAt,
    undecided: undecided.map(({ rule, ...wanting }) => ({ rule: rule.key, ...wanting })),
    failed: failed.map(({ rule, message }) => [rule.key, message]),
  });
};

it(`answers as the plain evaluator in ${CASES} cases`, () => {
  fc.assert(
    fc.property(documents, fc.nat(POOL.length - ACCOUNTS), (set, first) => {
      const rules = ruleSet(set.rules, set.audiences);
      const plain = plainEvaluator.compile(rules);
      const compiled = compiledOn.map((evaluator) => evaluator.compile(rules));
      for (const facts of POOL.slice(first, first + ACCOUNTS)) {
        const expected = told(plain.evaluate('score', facts));
        for (const [at, evaluator] of compiled.entries()) {
          const got = told(evaluator.evaluate('score', at === 0 ? facts : inTable(facts)));
          if (got !== expected) expect({ facts, got }).toEqual({ facts, got: expected });
        }
      }
    }),
    { numRuns: Math.ceil(CASES / ACCOUNTS) },
  );
}, 3_600_000);
