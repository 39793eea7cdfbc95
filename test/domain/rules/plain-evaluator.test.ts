import type { FactSet, FactValue } from '../../../src/domain/rules/fact-set';
import { OPERATORS } from '../../../src/domain/rules/operators/operator-catalogue';
import { plainEvaluator } from '../../../src/domain/rules/plain-evaluator';
import { ruleOf, ruleSetOf } from './rule-set-of';

class CountingMap extends Map<string, FactValue> {
  readonly reads: string[] = [];

  override get(name: string): FactValue | undefined {
    this.reads.push(name);
    return super.get(name);
  }
}

const asks = (fact: string) => ({ fact, operator: 'equal', value: 1 });

it('decides an audience once per evaluation, however often it is named', async () => {
  const rules = ['a', 'b', 'c'].map((key) => ruleOf(key, { all: [{ condition: 'outer' }] }));
  const audiences = { inner: { all: [asks('n')] }, outer: { any: [{ condition: 'inner' }, { condition: 'inner' }] } };
  const values = new CountingMap([['n', 0]]);
  const compiled = plainEvaluator.compile(ruleSetOf(rules, audiences));
  await compiled.evaluate('score', { values, stale: new Set(), now: 0 });
  expect(values.reads).toEqual(['n']);
});

it('forgets between evaluations what audiences decided', async () => {
  const compiled = plainEvaluator.compile(
    ruleSetOf([ruleOf('a', { condition: 'one' })], { one: { all: [asks('n')] } }),
  );
  const matches = async (n: number): Promise<number> => {
    const facts: FactSet = { values: new Map([['n', n]]), stale: new Set(), now: 0 };
    return (await compiled.evaluate('score', facts)).matched.length;
  };
  expect([await matches(1), await matches(0), await matches(1)]).toEqual([1, 0, 1]);
  const other: FactSet = { values: new Map(), stale: new Set(), now: 0 };
  expect(await compiled.audience('one', other)).toBe('UNKNOWN');
});

it('answers without a promise', () => {
  const compiled = plainEvaluator.compile(ruleSetOf([ruleOf('a', { all: [asks('n')] })]));
  const facts: FactSet = { values: new Map(), stale: new Set(), now: 0 };
  expect(compiled.evaluate('score', facts)).not.toBeInstanceOf(Promise);
});

it('matches nothing on an account without facts, whatever the operator but isMissing', async () => {
  const rules = [...OPERATORS.values()].flatMap(({ name, sample }) => [
    ruleOf(`plain-${name.toLowerCase()}`, { all: [{ fact: 'x', operator: name, value: sample as string }] }),
    ruleOf(`not-${name.toLowerCase()}`, { not: { fact: 'x', operator: name, value: sample as string } }),
  ]);
  const compiled = plainEvaluator.compile(ruleSetOf(rules));
  const outcome = await compiled.evaluate('score', { values: new Map(), stale: new Set(), now: 0 });
  expect(outcome.matched.map(({ key }) => key)).toEqual(['plain-ismissing']);
});
