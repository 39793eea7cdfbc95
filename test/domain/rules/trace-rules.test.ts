import type { FactValue } from '../../../src/domain/rules/fact-set';
import { RuleTraces } from '../../../src/domain/rules/trace-rules';
import { ruleOf, ruleSetOf } from './rule-set-of';

class CountingMap extends Map<string, FactValue> {
  readonly reads: string[] = [];

  override get(name: string): FactValue | undefined {
    this.reads.push(name);
    return super.get(name);
  }
}

const asks = (fact: string, value = 1) => ({ fact, operator: 'greaterThan', value });

it('traces each distinct comparison once, with both sides', () => {
  const { audiences, stages } = ruleSetOf(
    [ruleOf('a', { all: [asks('n'), asks('m'), { condition: 'one' }] }), ruleOf('b', { not: asks('n') })],
    { one: { all: [asks('n')] } },
  );
  const values = new CountingMap([['n', 5]]);
  const traces = new RuleTraces(audiences, { values, stale: new Set(), now: 0 });
  const [a, b] = stages.score.map(({ condition }) => traces.of(condition));
  expect(a).toMatchObject({
    truth: 'UNKNOWN',
    members: [{ truth: 'TRUE', leaf: { actual: 5, expected: 1 } }, { truth: 'UNKNOWN' }, { truth: 'TRUE' }],
  });
  expect(b?.truth).toBe('FALSE');
  expect(values.reads).toEqual(['n', 'm']);
});
