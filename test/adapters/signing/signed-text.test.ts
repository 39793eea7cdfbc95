import { signedText } from '../../../src/adapters/signing/signed-text';

const SECRET = 'a-secret-of-at-least-thirty-two-characters';
const ids = signedText<object>(SECRET, 'rec');

describe('a signed text', () => {
  it('is the same whenever the same is signed', () => {
    expect(ids.sign({ a: 'acme', p: [1, 'USD'] })).toBe(ids.sign({ a: 'acme', p: [1, 'USD'] }));
  });

  it('is taken only for the purpose and with the secret it was made for', () => {
    const text = ids.sign({ a: 'acme' });
    expect(ids.verify(text)).toMatchObject({ a: 'acme' });
    expect(signedText(SECRET, 'acc').verify(text)).toBeNull();
    expect(signedText(`${SECRET}!`, 'rec').verify(text)).toBeNull();
  });
});
