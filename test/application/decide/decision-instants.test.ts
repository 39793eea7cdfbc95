import fc from 'fast-check';
import { decidedAtText, expiresAtText } from '../../../src/application/decide/decision-instants';

const instants = fc.array(fc.constantFrom(0, -1, 1, 1_790_000_000_000, 1_790_000_000_001), { minLength: 20 });

describe('an instant of a decision', () => {
  it.each([
    ['of its making', decidedAtText],
    ['of its end', expiresAtText],
  ])('%s is written as it is, whatever was written before', (_which, textOf) => {
    fc.assert(
      fc.property(instants, (all) => {
        for (const instant of all) expect(textOf(instant)).toBe(new Date(instant).toISOString());
      }),
    );
  });
});
