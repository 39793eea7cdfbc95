import type { FactType } from '../../../src/domain/documents/kinds/fact-document';
import { typeCheckOf } from '../../../src/domain/facts/fact-type-check';

/** What is of each type, and its nearest neighbour that is not. */
const VALUES: readonly (readonly [FactType, unknown, unknown])[] = [
  ['string', '', 0],
  ['string', 'starter', null],
  ['integer', 3, 3.5],
  ['integer', -1, 2 ** 53],
  ['integer', 0, '0'],
  ['number', 0.1, Number.NaN],
  ['number', -2, Number.POSITIVE_INFINITY],
  ['boolean', false, 0],
  ['date', '2026-02-28T00:00:00Z', '2026-02-30T00:00:00Z'],
  ['date', '2026-02-28T10:00:00+02:00', '2026-02-28T10:00:00'],
  ['date', '2024-02-29T00:00:00.123Z', 1_767_225_600_000],
  ['list', [], {}],
  ['list', ['sso', 'api'], ['sso', 1]],
  ['object', {}, []],
  ['object', { a: 1 }, null],
];

describe('the type of a fact', () => {
  it.each(VALUES)('%s takes %j and not %j', (type, good, bad) => {
    const isOfType = typeCheckOf({ type });
    expect([isOfType(good), isOfType(bad)]).toEqual([true, false]);
  });

  it('holds the items of a list to what it declares', () => {
    const isList = typeCheckOf({ type: 'list', items: 'integer' });
    expect([isList([1, 2]), isList([1, 2.5]), isList(['1'])]).toEqual([true, false, false]);
  });
});
