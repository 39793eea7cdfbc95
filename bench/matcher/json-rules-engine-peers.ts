/** Puts json-rules-engine on the bench, with one engine for all requests and with a new one for each. */
import { Engine, type RuleProperties, type RuleResult } from 'json-rules-engine';
import type { FactSet } from '../../src/domain/rules/fact-set';
import { OPERATORS } from '../../src/domain/rules/operators/operator-catalogue';
import type { Workload } from '../workload/make-workload';
import type { EngineUnderTest, Fired } from './engine-under-test';

const keyOf = (fired: unknown) => (fired as RuleResult).name;
const factsOf = ({ values }: FactSet): Record<string, unknown> => Object.fromEntries(values);

/** The library's own advice for rules that change seldom. */
export const SHARED_ENGINE: EngineUnderTest = {
  name: 'json-rules-engine, one engine',
  decides: true,
  prepare: ({ workload, now }) => {
    const engine = engineWith(workload, now);
    return { keyOf, about: (facts) => askOf(() => engine, factsOf(facts)) };
  },
};

/** What its examples show, and what services do whose requests must not share state. */
export const NEW_ENGINE: EngineUnderTest = {
  name: 'json-rules-engine, new engine per request',
  decides: true,
  prepare: ({ workload, now }) => ({
    keyOf,
    about: (facts) => askOf(() => engineWith(workload, now), factsOf(facts)),
  }),
};

function askOf(engine: () => Engine, facts: Record<string, unknown>): () => Promise<Fired> {
  return async () => (await engine().run(facts)).results;
}

/** Conditions go in as the documents write them; only the operators that the library lacks are added. */
function engineWith({ rules, audiences }: Workload, now: number): Engine {
  const engine = new Engine([], { allowUndefinedFacts: true });
  for (const { name, origin, decide } of OPERATORS.values()) {
    if (origin === 'own')
      engine.addOperator(name, (fact: unknown, operand: unknown) => decide(fact, operand, now) === 'TRUE');
  }
  for (const { key, conditions } of audiences) {
    engine.setCondition(key, conditions as Parameters<Engine['setCondition']>[1]);
  }
  for (const { key, conditions, event, priority } of rules) {
    engine.addRule({
      name: key,
      conditions: conditions as RuleProperties['conditions'],
      event: { type: event.type, params: event.params },
      priority,
    });
  }
  return engine;
}
