import * as fc from 'fast-check';
import type { FactValue } from '../../../src/domain/rules/fact-set';
import { FactOrder, FactTable } from '../../../src/domain/rules/fact-table';

const NAMES = ['usage.seats.used', 'account.plan', '__proto__', 'constructor', 'health.csat'];
const order = new FactOrder(NAMES);
const FINITE = { noNaN: true, noDefaultInfinity: true };
const value = fc.oneof(fc.string(), fc.double(FINITE), fc.boolean());
const puts = fc.array(fc.tuple(fc.constantFrom(...NAMES), value));

function tableOf(facts: readonly (readonly [string, FactValue])[]): FactTable {
  const table = new FactTable(order);
  for (const [name, value] of facts) table.set(name, value);
  return table;
}

it('answers as a map does that was filled in the order of the names', () => {
  fc.assert(
    fc.property(puts, (facts) => {
      const last = new Map(facts);
      const map = new Map(NAMES.flatMap((name) => (last.has(name) ? [[name, last.get(name)!] as const] : [])));
      const table = tableOf(facts);
      const seen: unknown[] = [];
      table.forEach((value, name) => seen.push([name, value]));
      expect([...table]).toEqual([...map]);
      expect(seen).toEqual([...map]);
      expect([[...table.keys()], [...table.values()]]).toEqual([[...map.keys()], [...map.values()]]);
      expect(table.size).toBe(map.size);
      for (const name of [...NAMES, 'toString', '']) {
        expect([table.get(name), table.has(name)]).toEqual([map.get(name), map.has(name)]);
        expect(table.at(order.placeOf(name))).toEqual(map.get(name));
        expect(table.held[order.sourceOf(name)]).toEqual(map.get(name));
      }
    }),
  );
});

it('takes no fact that has no place', () => {
  expect(() => tableOf([['account.name', 'Acme']])).toThrow('account.name');
});

it.each([null, NaN, Infinity, -Infinity])('holds nothing where %p is put', (nothing) => {
  const table = tableOf([['health.csat', 4]]).set('health.csat', nothing as unknown as FactValue);
  expect([table.get('health.csat'), table.size]).toEqual([undefined, 0]);
});

it.each([
  ['2026-06-01T00:00:00.000Z', Date.parse('2026-06-01T00:00:00Z')],
  ['2026-06-01T02:00:00+02:00', Date.parse('2026-06-01T00:00:00Z')],
  ['2026-06-01', NaN],
  ['now', NaN],
  [5, NaN],
])('knows the date of %p', (fact, milliseconds) => {
  const table = tableOf([['account.plan', fact]]);
  const place = order.placeOf('account.plan');
  expect(table.dateAt(place)).toBe(milliseconds);
  expect(table.dateAt(order.sourceOf('nobody'))).toBeNaN();
});

it('knows the date of the fact that was put last', () => {
  const table = tableOf([]);
  const place = order.placeOf('account.plan');
  const [first, second] = ['2026-06-01T00:00:00.000Z', '2026-06-02T00:00:00.000Z'] as const;
  table.putDate(place, first, Date.parse(first));
  expect([table.get('account.plan'), table.dateAt(place)]).toEqual([first, Date.parse(first)]);
  table.put(place, second);
  expect([table.get('account.plan'), table.dateAt(place)]).toEqual([second, Date.parse(second)]);
});
