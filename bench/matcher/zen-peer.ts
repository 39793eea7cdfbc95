/** Puts zen on the bench, in the mode that was fastest of five tried: one expression that filters the numbers of the rules. */
import type { FactSet } from '../../src/domain/rules/fact-set';
import { writtenIn } from './condition-dialect';
import type { EngineInput, EngineUnderTest } from './engine-under-test';
import { zenDialect, zenFacts } from './zen-dialect';

const place = { x: 0, y: 0 };

/** Runs native code; rejects where no binary for this machine was installed. */
export const ZEN: EngineUnderTest = {
  name: 'zen (native)',
  decides: true,
  prepare: async (input) => {
    const { ZenDecisionContent, ZenEngine } = await import('@gorules/zen-engine');
    const decision = new ZenEngine().createDecision(new ZenDecisionContent(graphOf(filterOf(input))));
    const rules = input.ruleSet.stages.notify;
    return {
      about: (facts: FactSet) => {
        const context = zenFacts(facts);
        return async () => ((await decision.evaluate(context)).result as { fired: number[] }).fired;
      },
      keyOf: (fired) => rules[Number(fired)]?.document.key ?? '',
    };
  },
};

/** The position of every rule that holds, -1 for the others, which are filtered out again. */
function filterOf({ ruleSet, now }: EngineInput): string {
  const dialect = zenDialect(now);
  const rules = ruleSet.stages.notify.map(
    ({ condition }, at) => `${writtenIn(dialect, condition, ruleSet.audiences)} ? ${at} : -1`,
  );
  return `filter([${rules.join(', ')}], # >= 0)`;
}

function graphOf(expression: string): object {
  const content = { expressions: [{ id: 'fired', key: 'fired', value: expression }], passThrough: false };
  return {
    nodes: [
      { id: 'facts', type: 'inputNode', name: 'facts', position: place },
      { id: 'rules', type: 'expressionNode', name: 'rules', position: place, content },
      { id: 'answer', type: 'outputNode', name: 'answer', position: place },
    ],
    edges: [
      { id: 'in', sourceId: 'facts', targetId: 'rules', type: 'edge' },
      { id: 'out', sourceId: 'rules', targetId: 'answer', type: 'edge' },
    ],
  };
}
