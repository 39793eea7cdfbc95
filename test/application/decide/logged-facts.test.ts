/** Facts written down by their place: whatever they are, the same ones come back. */
import fc from 'fast-check';
import { loggedFacts, readLoggedFacts, type LoggedFacts } from '../../../src/application/decide/logged-facts';
import type { FactDefinition } from '../../../src/domain/facts/fact-catalogue';
import type { FactValue } from '../../../src/domain/rules/fact-set';

const fact = fc.oneof(
  fc.string(),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => number + 0),
  fc.boolean(),
  fc.array(fc.string()),
  fc.dictionary(fc.string(), fc.integer()),
);

describe('facts in the log', () => {
  it('come back as they were, the absent ones absent', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.option(fact)), (drawn) => {
        const catalogue = new Map(Object.keys(drawn).map((name) => [name, {} as FactDefinition]));
        const present = Object.entries(drawn).filter(([, value]) => value !== null);
        const values = new Map(present as [string, FactValue][]);
        const text = JSON.stringify(loggedFacts(catalogue, values));
        const read = readLoggedFacts(catalogue, JSON.parse(text) as LoggedFacts);
        expect(JSON.stringify([...read])).toBe(JSON.stringify([...values]));
      }),
    );
  });

  it('stand in the order of the catalogue, whatever the order in which they were found', () => {
    const catalogue = new Map(['a', 'b', 'c'].map((name) => [name, {} as FactDefinition]));
    const values = new Map<string, FactValue>([
      ['c', 3],
      ['a', false],
    ]);
    expect(loggedFacts(catalogue, values)).toEqual([false, null, 3]);
  });
});
