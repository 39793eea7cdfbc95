/** Holds the cases that are decided from facts at hand to json-rules-engine as it is published, without any of our own. */
import { Engine, type TopLevelCondition } from 'json-rules-engine';
import type { ConditionDocument } from '../../../src/domain/documents/kinds/condition-schema';
import { OPERATORS } from '../../../src/domain/rules/operators/operator-catalogue';
import { factsOf, readCaseFiles, type RuleCase } from './rule-case';

const OWN = ['before', 'after', 'withinDays', 'isMissing'];
const asks = JSON.stringify;

/** Ours are only compared where the engine has a say: its own operators, no fact wanting, nothing that looks back. */
const files = readCaseFiles()
  .map((file) => ({ ...file, cases: file.cases.filter(isPublished) }))
  .filter(({ cases }) => cases.length > 0);

function isPublished({ truth, conditions, audiences = {}, differs }: RuleCase): boolean {
  const text = asks([conditions, audiences]);
  return truth !== 'UNKNOWN' && differs === undefined && !OWN.some((name) => text.includes(`${name}"`));
}

/** The engine takes groups and references at the top, not single comparisons. */
function atTheTop(conditions: ConditionDocument): TopLevelCondition {
  return 'fact' in conditions ? { all: [conditions] } : conditions;
}

async function fires({ conditions, audiences = {} }: RuleCase, facts: Map<string, unknown>): Promise<boolean> {
  const engine = new Engine([], { allowUndefinedFacts: true });
  for (const [name, audience] of Object.entries(audiences)) engine.setCondition(name, atTheTop(audience));
  engine.addRule({ conditions: atTheTop(conditions), event: { type: 'fired' } });
  return (await engine.run(Object.fromEntries(facts))).events.length > 0;
}

describe.each(files)('$topic', (file) => {
  it.each(file.cases)('$says: $truth', async (ruleCase) => {
    const { values } = factsOf(file, ruleCase);
    expect(await fires(ruleCase, new Map(values))).toBe(ruleCase.truth === 'TRUE');
  });
});

it('leaves out no operator but our own', () => {
  const told = asks(files.flatMap(({ cases }) => cases.map(({ conditions }) => conditions)));
  const left = [...OPERATORS.keys()].filter((name) => !told.includes(`${name}"`));
  expect(left.sort()).toEqual([...OWN].sort());
});
