import fc from 'fast-check';
import { jwtNotificationSigner } from '../../../src/adapters/signing/jwt-notification-signer';
import { jwtRecommendationSigner } from '../../../src/adapters/signing/jwt-recommendation-signer';
import type { NotificationClaims } from '../../../src/application/ports';

const SECRET = 'a-secret-of-at-least-thirty-two-characters';
const signer = jwtNotificationSigner(SECRET);

const claims = fc.record<NotificationClaims>({
  accountId: fc.string({ minLength: 1, unit: 'binary' }),
  userId: fc.option(fc.string()),
  kind: fc.constantFrom('OFFER', 'USAGE_LIMIT', 'SERVICE'),
  subject: fc.string(),
  occasion: fc.string(),
});

describe('a notification id', () => {
  it('gives back exactly what it is about, and is the same on every page load', () => {
    fc.assert(
      fc.property(claims, (about) => {
        const id = signer.sign(about);
        expect(signer.verify(id)).toEqual({ claims: about });
        expect(signer.sign(structuredClone(about))).toBe(id);
      }),
    );
  });

  it('is never taken for a recommendation id, nor a recommendation id for it', () => {
    const recommendations = jwtRecommendationSigner(SECRET);
    const notification = signer.sign(fc.sample(claims, 1)[0]!);
    expect(recommendations.verify(notification)).toEqual({ failure: 'forged' });
    const recommendation = recommendations.sign({
      accountId: 'acme',
      userId: null,
      offerKey: 'growth-plan',
      release: 1,
      price: { minorUnits: 49_900, currency: 'USD', interval: 'MONTH' },
      treatment: 'specific',
      signal: 'USAGE_LIMIT',
      ruleKey: 'growth-at-seat-limit',
      closeMode: 'SELF_SERVE',
      conversationId: null,
      surface: 'IN_APP',
      crossedAt: null,
      signalAt: null,
      after: null,
      segment: null,
      expiresAt: 0,
    });
    expect(signer.verify(recommendation)).toEqual({ failure: 'forged' });
  });

  it.each(['', 'growth-plan', 'a.b.c'])('is refused when it is %j', (id) => {
    expect(signer.verify(id)).toEqual({ failure: 'forged' });
  });
});
