/** Turns what a notification is about into an id that stays the same across page loads and nobody else can make. */
import type { NotificationClaims, NotificationSigner } from '../../application/ports';
import { signedText } from './signed-text';

/** The claims as they travel. */
interface Payload {
  a: string;
  u: string | null;
  k: NotificationClaims['kind'];
  s: string;
  n: string;
}

/** Ids are opaque to callers; equal claims give equal ids. The secret must have at least 32 characters. */
export function jwtNotificationSigner(secret: string): NotificationSigner {
  const ids = signedText<Payload>(secret, 'ntf');
  return {
    sign: ({ accountId, userId, kind, subject, occasion }) =>
      ids.sign({ a: accountId, u: userId, k: kind, s: subject, n: occasion }),
    verify: (id) => {
      const payload = ids.verify(id);
      if (payload === null) return { failure: 'forged' };
      const { a, u, k, s, n } = payload;
      return { claims: { accountId: a, userId: u, kind: k, subject: s, occasion: n } };
    },
  };
}
