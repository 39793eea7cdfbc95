import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { inOnePiece } from '../../../../src/domain/collections/steps';
import type { FactSet, FactValue } from '../../../../src/domain/rules/fact-set';
import { compiledEvaluator } from '../../../../src/domain/rules/matcher/compiled-evaluator';
import { PlaceRegions } from '../../../../src/domain/rules/matcher/place-regions';
import { PlainKernel } from '../../../../src/domain/rules/matcher/plain-kernel';
import { planSteps } from '../../../../src/domain/rules/matcher/plan-stage';
import { RegionPlan } from '../../../../src/domain/rules/matcher/region-plan';
import { SimdKernel } from '../../../../src/domain/rules/matcher/simd-kernel';
import { StageMatcher } from '../../../../src/domain/rules/matcher/stage-matcher';
import { ruleOf, ruleSetOf } from '../rule-set-of';

class CountingMap extends Map<string, FactValue> {
  readonly reads: string[] = [];

  override get(name: string): FactValue | undefined {
    this.reads.push(name);
    return super.get(name);
  }
}

const asks = (fact: string, value = 1) => ({ fact, operator: 'greaterThan', value });
const factsOf = (values: Record<string, FactValue>): FactSet => ({
  values: new Map(Object.entries(values)),
  stale: new Set(),
  now: 0,
});

it('looks every fact up once, however many rules and audiences ask for it', () => {
  const rules = Array.from({ length: 100 }, (_, at) =>
    ruleOf(`rule-${at}`, { any: [asks('n', at), { condition: 'shared' }] }),
  );
  const values = new CountingMap([['n', 50]]);
  const compiled = compiledEvaluator.compile(ruleSetOf(rules, { shared: { any: [asks('m'), asks('n', 99)] } }));
  void compiled.evaluate('score', { values, stale: new Set(), now: 0 });
  expect(values.reads.sort()).toEqual(['m', 'n']);
});

it.each([
  ['plain TypeScript', () => new PlainKernel()],
  ['WebAssembly', () => new SimdKernel()],
])('answers the same in %s after its rows were forgotten', (_, kernelFor) => {
  const { stages, audiences } = ruleSetOf(
    Array.from({ length: 40 }, (_, at) => ruleOf(`rule-${at}`, { all: [asks('n', at), asks('m', at)] })),
  );
  const regions = new RegionPlan();
  const plan = inOnePiece(planSteps(stages.score, audiences, kernelFor, regions));
  const matcher = new StageMatcher(plan, new PlaceRegions(regions));
  const matched = (n: number, m: number): number => {
    matcher.match(factsOf({ n, m }));
    return matcher.matchedAt().length;
  };
  expect([matched(10, 20), matched(3.5, 30)]).toEqual([10, 4]);
  matcher.forgetRows();
  expect(matcher.plan.pool.used).toBe(0);
  expect([matched(3.5, 30), matched(10, 20)]).toEqual([4, 10]);
});

it('names what an undecided rule was wanting although other accounts were evaluated since', () => {
  const compiled = compiledEvaluator.compile(
    ruleSetOf([ruleOf('a', { all: [asks('n'), asks('m')] })], { one: { all: [asks('n')] } }),
  );
  const first = compiled.evaluate('score', factsOf({ n: 2 }));
  void compiled.evaluate('score', factsOf({ m: 2 }));
  expect(first).toMatchObject({ undecided: [{ missing: ['m'], stale: [] }] });
});

it('needs no code to be generated from texts', () => {
  const script = `
    const { compiledEvaluator } = require('./src/domain/rules/matcher/compiled-evaluator.ts');
    const { ruleOf, ruleSetOf } = require('./test/domain/rules/rule-set-of.ts');
    const { SimdKernel } = require('./src/domain/rules/matcher/simd-kernel.ts');
    const rules = ruleSetOf(Array.from({ length: 1000 }, (_, at) =>
      ruleOf('rule-' + at, { all: [{ fact: 'n', operator: 'in', value: [at, 2] }] })));
    const facts = { values: new Map([['n', 2]]), stale: new Set(), now: 0 };
    let generates = true;
    try { new Function('return 1'); } catch { generates = false; }
    console.log(generates, new SimdKernel().words.length > 0, compiledEvaluator.compile(rules).evaluate('score', facts).matched.length);`;
  const flags = ['--require', 'tsx/cjs', '--disallow-code-generation-from-strings', '-e', script];
  const { stdout } = spawnSync(process.execPath, flags, {
    cwd: join(__dirname, '../../../..'),
    encoding: 'utf8',
  });
  expect(stdout.trim()).toBe('false true 1000');
});
