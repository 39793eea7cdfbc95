import type { Condition } from '../../../src/domain/rules/condition';
import { parseCondition } from '../../../src/domain/rules/parse-condition';
import { WrittenOutSize } from '../../../src/domain/rules/written-out-size';

const read = (document: object): Condition => {
  const parsed = parseCondition(document as never, '');
  if (!('condition' in parsed)) throw new Error('The condition can not be read.');
  return parsed.condition;
};
const leaf = { fact: 'n', operator: 'equal', value: 1 };

/** More looks than `most` end the test, which would else take for ever. */
class CountedAudiences extends Map<string, Condition> {
  lookUps = 0;

  constructor(private readonly most: number) {
    super();
  }

  override get(key: string): Condition | undefined {
    this.lookUps += 1;
    if (this.lookUps > this.most) throw new Error(`more than ${this.most} looks`);
    return super.get(key);
  }
}

it.each([
  ['a comparison', { all: [leaf] }, 1],
  ['comparisons in groups', { any: [leaf, { all: [leaf, { not: leaf }] }] }, 3],
  ['an audience of two, named twice', { all: [{ condition: 'two' }, { condition: 'two' }, leaf] }, 5],
  ['an audience that nobody knows', { all: [{ condition: 'unknown' }] }, 1],
])('of %s', (_what, document, size) => {
  const audiences = new Map([['two', read({ all: [leaf, leaf] })]]);
  expect(new WrittenOutSize(audiences).of(read(document))).toBe(size);
});

it('measures audiences that double at every level with one look for each time that one is named', () => {
  const levels = 60;
  const audiences = new CountedAudiences(2 * levels);
  for (let level = 0; level < levels; level += 1) {
    const next = { condition: `level-${level + 1}` };
    audiences.set(`level-${level}`, read({ all: level === levels - 1 ? [leaf, leaf] : [next, next] }));
  }
  expect(new WrittenOutSize(audiences).of(read({ all: [{ condition: 'level-0' }] }))).toBe(2 ** levels);
  expect(audiences.lookUps).toBe(2 * levels - 1);
});
