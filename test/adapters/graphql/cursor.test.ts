import fc from 'fast-check';
import { decodeCursor, encodeCursor } from '../../../src/adapters/graphql/cursor';

const wellFormed = fc.string({ unit: 'grapheme', minLength: 1 });

describe('a cursor', () => {
  it('leads back to the key it was made of', () => {
    fc.assert(
      fc.property(wellFormed, (key) => decodeCursor('accounts', encodeCursor('accounts', key)) === key),
    );
  });

  it('shows nothing that invites to build one by hand', () => {
    expect(encodeCursor('accounts', 'acc-1')).toMatch(/^[A-Za-z0-9_-]+$/);
    expect(encodeCursor('accounts', 'acc-1')).not.toContain('acc-1');
  });

  it('that is absent stands for the first page', () => {
    expect([decodeCursor('rules', null), decodeCursor('rules', undefined)]).toEqual([null, null]);
  });

  it('of another list is refused', () => {
    expect(() => decodeCursor('rules', encodeCursor('offers', 'a'))).toThrow('not a cursor of this list');
  });

  it('that this list never handed out is refused, whatever it is', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        try {
          return encodeCursor('rules', decodeCursor('rules', text) ?? '') === text;
        } catch (error) {
          return (error as { extensions: { code: string } }).extensions.code === 'INVALID_CURSOR';
        }
      }),
    );
  });
});
