import { FactReader } from '../../../src/domain/rules/fact-reader';
import { FactOrder, FactTable } from '../../../src/domain/rules/fact-table';

const table = (names: readonly string[], name: string, value: number) =>
  new FactTable(new FactOrder(names)).set(name, value);

it('reads its fact from tables of different orders, and by name from what has none', () => {
  const reader = new FactReader('b');
  expect(reader.of(table(['a', 'b'], 'b', 1))).toBe(1);
  expect(reader.of(table(['b', 'a'], 'b', 2))).toBe(2);
  expect(reader.of(new Map([['b', 3]]))).toBe(3);
});

it('finds nothing where its fact is absent or not declared', () => {
  const reader = new FactReader('b');
  expect(reader.of(table(['a', 'b'], 'a', 1))).toBeUndefined();
  expect(reader.of(table(['a'], 'a', 1))).toBeUndefined();
  expect(reader.of(new Map())).toBeUndefined();
});
