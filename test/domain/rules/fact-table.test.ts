import * as fc from 'fast-check';
import type { FactValue } from '../../../src/domain/rules/fact-set';
import { FactOrder, FactTable } from '../../../src/domain/rules/fact-table';

const NAMES = ['usage.seats.used', 'account.plan', '__proto__', 'constructor', 'health.csat'];
const order = new FactOrder(NAMES);
const puts = fc.array(fc.tuple(fc.constantFrom(...NAMES), fc.oneof(fc.string(), fc.double(), fc.boolean())));

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
      }
    }),
  );
});

it('takes no fact that has no place', () => {
  expect(() => tableOf([['account.name', 'Acme']])).toThrow('account.name');
});
