import * as fc from 'fast-check';
import type { ConditionDocument } from '../../../../src/domain/documents/kinds/condition-schema';
import type { Condition } from '../../../../src/domain/rules/condition';
import { Comparisons } from '../../../../src/domain/rules/matcher/comparisons';
import { NormalForm, type Term } from '../../../../src/domain/rules/matcher/normal-form';
import { parseCondition } from '../../../../src/domain/rules/parse-condition';
import { every, not, some, type Truth } from '../../../../src/domain/rules/truth';

const NAMES = ['a', 'b', 'c', 'd'];
const leaf = (fact: string): ConditionDocument => ({ fact, operator: 'equal', value: true });

function parsed(document: ConditionDocument): Condition {
  const read = parseCondition(document, '');
  if ('problems' in read) throw new Error('unreadable');
  return read.condition;
}

const documents: fc.Arbitrary<ConditionDocument> = fc.letrec<{ node: ConditionDocument }>((tie) => ({
  node: fc.oneof(
    { depthSize: 'medium', withCrossShrink: true },
    fc.constantFrom(...NAMES).map(leaf),
    fc.array(tie('node'), { minLength: 1, maxLength: 6 }).map((all) => ({ all })),
    fc.array(tie('node'), { minLength: 1, maxLength: 6 }).map((any) => ({ any })),
    tie('node').map((inner) => ({ not: inner })),
  ),
})).node;

const TRUTHS: readonly Truth[] = ['TRUE', 'FALSE', 'UNKNOWN'];
const WORLDS = TRUTHS.flatMap((a) =>
  TRUTHS.flatMap((b) => TRUTHS.flatMap((c) => TRUTHS.map((d) => ({ a, b, c, d })))),
);

function decide(condition: Condition, world: Record<string, Truth>): Truth {
  if (condition.kind === 'leaf') return world[condition.fact] ?? 'UNKNOWN';
  if (condition.kind === 'not') return not(decide(condition.condition, world));
  if (condition.kind === 'audience') return 'UNKNOWN';
  return (condition.kind === 'all' ? every : some)(condition.conditions, (member) => decide(member, world));
}

it('says the same as the condition in all 81 worlds of four facts', () => {
  fc.assert(
    fc.property(documents, fc.boolean(), (document, negated) => {
      const comparisons = new Comparisons();
      const form = new NormalForm(new Map(), comparisons);
      const condition = parsed(document);
      const terms = form.termsOf(condition, negated);
      for (const world of WORLDS) {
        const truth = decide(condition, world);
        expect(truthOf(terms, form, comparisons, world)).toBe(negated ? not(truth) : truth);
      }
    }),
    { numRuns: 200 },
  );
});

function truthOf(terms: readonly Term[], form: NormalForm, of: Comparisons, world: Record<string, Truth>): Truth {
  const literal = (number: number): Truth => {
    const plan = of.columns[of.homeOf(number >> 1).column];
    const truth =
      plan?.kind === 'result'
        ? truthOf(form.results[plan.result] ?? [], form, of, world)
        : (world[plan?.leaves[0]?.fact ?? ''] ?? 'UNKNOWN');
    return (number & 1) === 0 ? truth : not(truth);
  };
  return some(terms, (term) => every(term, literal));
}

it('never multiplies a group into more than 16 terms', () => {
  const pair = (at: number): ConditionDocument => ({ any: [leaf(`x${at}`), leaf(`y${at}`)] });
  const form = new NormalForm(new Map(), new Comparisons());
  const condition = parsed({ all: Array.from({ length: 40 }, (_, at) => pair(at)) });
  expect(form.termsOf(condition, false)).toHaveLength(16);
  expect(form.results).toHaveLength(36);
});
