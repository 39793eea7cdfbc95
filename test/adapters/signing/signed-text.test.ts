import fc from 'fast-check';
import { createSigner } from 'fast-jwt';
import { signedText } from '../../../src/adapters/signing/signed-text';

const SECRET = 'a-secret-of-at-least-thirty-two-characters';
const ids = signedText<object>(SECRET, 'rec');

/** As ids were signed that are out there already. */
const signedByLibrary = createSigner({ key: SECRET, algorithm: 'HS256', noTimestamp: true, aud: 'rec' });

const value = fc.oneof(fc.string({ unit: 'binary' }), fc.integer(), fc.constant(null), fc.array(fc.string()));
const payload = fc.dictionary(fc.stringMatching(/^[a-z]$/), value);

describe('a signed text', () => {
  it('is the JSON Web Token that the library makes of the same payload, byte for byte', () => {
    fc.assert(
      fc.property(payload, (claims) => expect(ids.sign(claims)).toBe(signedByLibrary({ ...claims }))),
    );
  });

  it('is taken only for the purpose and with the secret it was made for', () => {
    const text = ids.sign({ a: 'acme' });
    expect(ids.verify(text)).toMatchObject({ a: 'acme' });
    expect(signedText(SECRET, 'acc').verify(text)).toBeNull();
    expect(signedText(`${SECRET}!`, 'rec').verify(text)).toBeNull();
  });
});
