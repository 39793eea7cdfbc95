/** Turns an account, a user and a time into a token that nobody else can make. */
import type { AccountTokenSigner } from '../../application/access/access-ports';
import { signedText } from './signed-text';

/** The claims as they travel. */
interface Payload {
  a: string;
  u: string | null;
  e: number;
}

/** Recommendation and notification ids are never taken for tokens, nor tokens for them. The secret must have at least 32 characters. */
export function jwtAccountTokenSigner(secret: string): AccountTokenSigner {
  const tokens = signedText<Payload>(secret, 'acc');
  return {
    sign: ({ accountId, userId, expiresAt }) => tokens.sign({ a: accountId, u: userId, e: expiresAt }),
    verify: (token) => {
      const payload = tokens.verify(token);
      return payload && { accountId: payload.a, userId: payload.u, expiresAt: payload.e };
    },
  };
}
