/** Holds the promise that no expression in a document is ever evaluated: jsonpath-plus throws here when called. */
import { Engine } from 'json-rules-engine';
import { JSONPath } from 'jsonpath-plus';
import { referenceEvaluator } from '../../../src/adapters/rules-engine/reference-evaluator';
import type { FactSet } from '../../../src/domain/rules/fact-set';
import { parseRuleSet } from '../../../src/domain/rules/parse-rule-set';
import type { RuleSet } from '../../../src/domain/rules/rule-set';
import { documentsOf, ruleOf } from '../../domain/rules/rule-set-of';

jest.mock('jsonpath-plus', () => ({
  JSONPath: jest.fn(() => {
    throw new Error('jsonpath-plus was called');
  }),
}));

const facts: FactSet = {
  values: new Map([['crm', { stage: 'won', amount: 5, note: 'x' }]]),
  stale: new Set(),
  now: 0,
};

const HOSTILE_PATHS = [
  "$[?(@.constructor.constructor('globalThis.__CANARY__=1')())]",
  '$[?(process.exit(1))]',
  '$..*',
  '$.usage[*].value',
  '$.usage[0:1].value',
  '$.nested.a.b.c^^^^',
  '$.usage[*]@other()',
  "$['\\u0070lan']",
  '`$`',
  'stage',
];

beforeEach(() => jest.mocked(JSONPath).mockClear());

it('would be called by a bare engine', async () => {
  const engine = new Engine([
    {
      conditions: { all: [{ fact: 'crm', path: '$.stage', operator: 'equal', value: 'won' }] },
      event: { type: 'matched' },
    },
  ]);
  await expect(engine.run({ crm: { stage: 'won' } })).rejects.toThrow('jsonpath-plus was called');
});

it('is not called for paths that are followed, on either side', async () => {
  const { ruleSet } = parseRuleSet(
    documentsOf([
      ruleOf('left', { all: [{ fact: 'crm', path: '$.stage', operator: 'equal', value: 'won' }] }),
      ruleOf('right', {
        not: { fact: 'crm', path: '$.amount', operator: 'equal', value: { fact: 'crm', path: '$.none' } },
      }),
    ]),
  );
  const outcome = await referenceEvaluator.compile(ruleSet).evaluate('score', facts);
  expect(outcome.matched.map(({ key }) => key)).toEqual(['left']);
  expect(outcome.undecided).toHaveLength(1);
  expect(JSONPath).not.toHaveBeenCalled();
});

it.each(HOSTILE_PATHS)('never sees the path %s, which is refused and costs its rule only', async (path) => {
  const { ruleSet, failed } = parseRuleSet(
    documentsOf([
      ruleOf('good', { all: [{ fact: 'crm', operator: 'isMissing', value: false }] }),
      ruleOf('hostile', { all: [{ fact: 'crm', path, operator: 'equal', value: 1 }] }),
      ruleOf('hostile-value', {
        all: [{ fact: 'crm', operator: 'equal', value: { fact: 'crm', path } }],
      }),
    ]),
  );
  const outcome = await referenceEvaluator.compile(ruleSet).evaluate('score', facts);
  expect(outcome.matched.map(({ key }) => key)).toEqual(['good']);
  expect(failed.map(({ key }) => key)).toEqual(['hostile', 'hostile-value']);
  expect(JSONPath).not.toHaveBeenCalled();
  expect(globalThis).not.toHaveProperty('__CANARY__');
});

it('follows a path as plain member names even when parsing was passed by', async () => {
  const path = ["[?(@.constructor.constructor('globalThis.__CANARY__=1')())]"];
  const { ruleSet } = parseRuleSet(
    documentsOf([ruleOf('odd', { all: [{ fact: 'crm', operator: 'equal', value: 1 }] })]),
  );
  const [rule] = ruleSet.stages.score;
  const condition = {
    kind: 'leaf',
    fact: 'crm',
    path,
    operator: { decorators: [], name: 'equal' },
    operand: { kind: 'fact', fact: 'crm', path },
    pointer: '',
  } as const;
  const odd = rule === undefined ? [] : [{ ...rule, condition }];
  const set: RuleSet = { ...ruleSet, stages: { ...ruleSet.stages, score: odd } };
  const outcome = await referenceEvaluator.compile(set).evaluate('score', facts);
  expect(outcome.undecided.map(({ missing }) => missing)).toEqual([['crm']]);
  expect(JSONPath).not.toHaveBeenCalled();
  expect(globalThis).not.toHaveProperty('__CANARY__');
});

it('never reads event params, whatever they look like', async () => {
  const event = {
    type: 'create-task',
    params: {
      kind: 'TASK',
      assignee: 'owner',
      title: '{"fact":"crm","path":"$..*"}',
      summary: '$[?(process.exit(1))]',
      topic: 'x',
    },
  } as const;
  const rule = ruleOf('task', { all: [{ fact: 'crm', operator: 'isMissing', value: false }] }, { event });
  const { ruleSet } = parseRuleSet(documentsOf([rule]));
  const outcome = await referenceEvaluator.compile(ruleSet).evaluate('create-task', facts);
  expect(outcome.matched[0]).toBe(rule);
  expect(JSONPath).not.toHaveBeenCalled();
});
