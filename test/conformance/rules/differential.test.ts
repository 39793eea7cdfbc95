/**
 * Holds the evaluators against each other and against json-rules-engine itself on generated documents.
 * About 2,000 cases in a normal run; DIFFERENTIAL_RUNS=100000 sets the number of runs of each property.
 */
import * as fc from 'fast-check';
import { Engine, type TopLevelCondition } from 'json-rules-engine';
import { referenceEvaluator } from '../../../src/adapters/rules-engine/reference-evaluator';
import type { ConditionDocument } from '../../../src/domain/documents/kinds/condition-schema';
import type { FactSet, FactValue } from '../../../src/domain/rules/fact-set';
import { compiledEvaluator } from '../../../src/domain/rules/matcher/compiled-evaluator';
import { plainEvaluator } from '../../../src/domain/rules/plain-evaluator';
import type { StageOutcome } from '../../../src/domain/rules/rule-evaluator';
import { ruleOf, ruleSetOf } from '../../domain/rules/rule-set-of';
import { completeFacts, documentsOver, FACT_NAMES, ownLeaf, stockLeaf } from './arbitrary-rules';
import { plainly } from './plainly';
import { freeze } from './rule-case';

const numRuns = Number(process.env['DIFFERENTIAL_RUNS'] ?? 1_000);
const now = Date.parse('2026-06-01T00:00:00.000Z');

interface Documents {
  readonly rules: ConditionDocument[];
  readonly audiences: Record<string, ConditionDocument>;
}

function ruleSet({ rules, audiences }: Documents): ReturnType<typeof ruleSetOf> {
  const documents = rules.map((conditions, at) => ruleOf(`rule-${at}`, conditions));
  return freeze(ruleSetOf(documents, audiences));
}

/** The stock documents on a stock engine: nothing of ours takes part. */
async function runDirectly(documents: Documents, facts: Record<string, FactValue>): Promise<string[]> {
  const { rules, audiences } = structuredClone(documents);
  const engine = new Engine();
  rules.forEach((conditions, at) =>
    engine.addRule({
      name: `rule-${at}`,
      conditions: conditions as TopLevelCondition,
      event: { type: 'matched' },
    }),
  );
  for (const [key, conditions] of Object.entries(audiences)) {
    engine.setCondition(key, conditions as TopLevelCondition);
  }
  const { results } = await engine.run(structuredClone(facts));
  return results.map(({ name }) => name).sort();
}

const keysOf = ({ matched }: StageOutcome): string[] => matched.map(({ key }) => key).sort();

const stateOfFacts = fc.record(
  Object.fromEntries(
    FACT_NAMES.map((name) => [
      name,
      fc.oneof(
        { arbitrary: fc.constant('present'), weight: 4 },
        fc.constantFrom('absent', 'stale', 'wrong', 'empty'),
      ),
    ]),
  ),
);

/** Takes facts away, makes them stale, or puts a value of another type in their place. */
function spoil(facts: Record<string, FactValue>, states: Record<string, string>): FactSet {
  const values = new Map<string, FactValue>();
  for (const [name, value] of Object.entries(facts)) {
    if (states[name] === 'present') values.set(name, value);
    if (states[name] === 'wrong') values.set(name, Array.isArray(value) ? 'a' : ['a', 1, true]);
    if (states[name] === 'empty') values.set(name, Array.isArray(value) ? [] : {});
  }
  const stale = Object.keys(states).filter((name) => states[name] === 'stale');
  return { values: freeze(values), stale: new Set(stale), now };
}

it('agrees with json-rules-engine on stock documents when every fact is present', async () => {
  await fc.assert(
    fc.asyncProperty(documentsOver(stockLeaf), completeFacts, async (documents, facts) => {
      const set: FactSet = {
        values: freeze(new Map(Object.entries(facts))),
        stale: new Set(),
        now,
      };
      const expected = await runDirectly(documents, facts);
      const plain = await plainEvaluator.compile(ruleSet(documents)).evaluate('score', set);
      const reference = await referenceEvaluator.compile(ruleSet(documents)).evaluate('score', set);
      expect(keysOf(plain)).toEqual(expected);
      expect(reference).toEqual(plain);
      expect(plainly(await compiledEvaluator.compile(ruleSet(documents)).evaluate('score', set))).toEqual(plain);
      expect([...plain.undecided, ...plain.failed]).toEqual([]);
    }),
    { numRuns },
  );
}, 600_000);

it('gives one answer on all evaluators whatever is missing, stale, empty or of the wrong type', async () => {
  const leaf = fc.oneof({ arbitrary: stockLeaf, weight: 3 }, ownLeaf);
  await fc.assert(
    fc.asyncProperty(documentsOver(leaf), completeFacts, stateOfFacts, async (documents, facts, states) => {
      const set = spoil(facts, states);
      const plain = plainEvaluator.compile(ruleSet(documents));
      const reference = referenceEvaluator.compile(ruleSet(documents));
      const compiled = compiledEvaluator.compile(ruleSet(documents));
      const expected = await plain.evaluate('score', set);
      expect(await reference.evaluate('score', set)).toEqual(expected);
      expect(plainly(await compiled.evaluate('score', set))).toEqual(expected);
      for (const key of Object.keys(documents.audiences)) {
        expect(await reference.audience(key, set)).toBe(await plain.audience(key, set));
        expect(await compiled.audience(key, set)).toBe(await plain.audience(key, set));
      }
    }),
    { numRuns },
  );
}, 600_000);

it('generates documents that match, that do not, and that stay undecided', async () => {
  const leaf = fc.oneof(stockLeaf, ownLeaf);
  const samples = fc.sample(fc.tuple(documentsOver(leaf), completeFacts, stateOfFacts), {
    numRuns: 300,
    seed: 7,
  });
  const counts = { matched: 0, undecided: 0, rules: 0 };
  for (const [documents, facts, states] of samples) {
    const compiled = plainEvaluator.compile(ruleSet(documents));
    const outcome = await compiled.evaluate('score', spoil(facts, states));
    counts.matched += outcome.matched.length;
    counts.undecided += outcome.undecided.length;
    counts.rules += documents.rules.length;
  }
  const unmatched = counts.rules - counts.matched - counts.undecided;
  expect(Math.min(counts.matched, counts.undecided, unmatched)).toBeGreaterThan(100);
});
