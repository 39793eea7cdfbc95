import fc from 'fast-check';
import { jwtRecommendationSigner } from '../../../src/adapters/signing/jwt-recommendation-signer';
import type { RecommendationClaims } from '../../../src/application/ports';

const signer = jwtRecommendationSigner('a-secret-of-at-least-thirty-two-characters');

const claims = fc.record<RecommendationClaims>({
  accountId: fc.string({ minLength: 1, unit: 'binary' }),
  userId: fc.option(fc.string()),
  offerKey: fc.string(),
  release: fc.nat(),
  price: fc.record({
    minorUnits: fc.nat(),
    currency: fc.constantFrom('USD', 'EUR', 'JPY'),
    interval: fc.constantFrom('MONTH', 'YEAR'),
  }),
  treatment: fc.string(),
  signal: fc.string(),
  ruleKey: fc.string(),
  closeMode: fc.string(),
  conversationId: fc.option(fc.string()),
  surface: fc.string(),
  crossedAt: fc.option(fc.string()),
  signalAt: fc.option(fc.string()),
  after: fc.option(fc.string()),
  segment: fc.option(fc.string()),
  expiresAt: fc.nat(),
});

describe('a recommendation id', () => {
  it('gives back exactly what it binds', () => {
    fc.assert(
      fc.property(claims, (bound) => expect(signer.verify(signer.sign(bound))).toEqual({ claims: bound })),
    );
  });

  it('is the same for the same claims, so that a reload shows the same recommendation', () => {
    fc.assert(
      fc.property(claims, (bound) => expect(signer.sign(bound)).toBe(signer.sign(structuredClone(bound)))),
    );
  });

  it('is refused when any one character was changed', () => {
    fc.assert(
      fc.property(claims, fc.nat(), fc.constantFrom('A', 'z', '-', '.'), (bound, at, other) => {
        const id = signer.sign(bound);
        const position = at % (id.length - 1);
        fc.pre(id[position] !== other);
        const changed = id.slice(0, position) + other + id.slice(position + 1);
        expect(signer.verify(changed)).toEqual({ failure: 'forged' });
      }),
    );
  });

  it.each([
    ['an empty text', ''],
    ['a plain word', 'growth-plan'],
    ['a token without a signature', `${btoa('{"alg":"none"}')}.${btoa('{"a":"x"}')}.`],
    [
      'a token signed with another secret',
      jwtRecommendationSigner('another-secret-of-thirty-two-characters!').sign(fc.sample(claims, 1)[0]!),
    ],
  ])('is refused when it is %s', (_what, id) => {
    expect(signer.verify(id)).toEqual({ failure: 'forged' });
  });
});
