/** Puts the two engines for JsonLogic on the bench: one compiles each rule to a function, one walks it anew every time. */
import { LogicEngine } from 'json-logic-engine';
import { apply } from 'json-logic-js';
import type { FactSet } from '../../src/domain/rules/fact-set';
import { instant } from '../../src/domain/rules/operators/instant';
import { DATE_FACTS } from '../workload/workload-columns';
import { writtenIn } from './condition-dialect';
import type { EngineInput, EngineUnderTest, ReadyEngine } from './engine-under-test';
import { type JsonLogic, jsonLogicDialect } from './json-logic-dialect';

type Decide = (facts: object) => unknown;

/** json-logic-engine with every rule built to a function beforehand. */
export const BUILT_JSON_LOGIC: EngineUnderTest = {
  name: 'json-logic-engine, built',
  decides: true,
  prepare: (input) => {
    const engine = new LogicEngine();
    return oneByOne(input, (logic) => engine.build(logic) as Decide);
  },
};

/** json-logic-js, which has no other mode than to walk the expression. */
export const WALKED_JSON_LOGIC: EngineUnderTest = {
  name: 'json-logic-js',
  decides: true,
  prepare: (input) =>
    oneByOne(input, (logic) => {
      const walked = logic as Parameters<typeof apply>[0];
      return (facts) => apply(walked, facts) as unknown;
    }),
};

function oneByOne({ ruleSet, now }: EngineInput, ready: (logic: JsonLogic) => Decide): ReadyEngine {
  const dialect = jsonLogicDialect(now);
  const rules = ruleSet.stages.notify.map(({ document, condition }) => ({
    key: document.key,
    decide: ready(writtenIn(dialect, condition, ruleSet.audiences)),
  }));
  return {
    about: (facts) => {
      const nested = nestedFacts(facts);
      return () => {
        const fired: string[] = [];
        for (const { key, decide } of rules) if (decide(nested) === true) fired.push(key);
        return fired;
      };
    },
    keyOf: String,
  };
}

/** `account.plan` becomes the member `plan` of the member `account`, as the language reads dots; dates become numbers. */
function nestedFacts({ values }: FactSet): object {
  const root: Record<string, unknown> = {};
  for (const [name, value] of values) {
    const steps = name.split('.');
    const last = steps.pop() ?? name;
    let place = root;
    for (const step of steps) place = (place[step] ??= {}) as Record<string, unknown>;
    place[last] = DATE_FACTS.has(name) ? instant(value) : value;
  }
  return root;
}
