/** Signs small payloads for one purpose each, so that an id made for one is never taken for another. */
import { createSigner, createVerifier } from 'fast-jwt';

/** Signs and checks payloads of one shape. */
export interface SignedText<Payload> {
  /** The same payload gives the same text. */
  sign(payload: Payload): string;
  /** null when the text is forged, made for another purpose, or no signed text at all. */
  verify(text: string): Payload | null;
}

/**
 * HMAC-SHA-256 as a JSON Web Token (RFC 7519) without a time of issue; the purpose is its audience.
 * The secret must have at least 32 characters.
 */
export function signedText<Payload extends object>(secret: string, purpose: string): SignedText<Payload> {
  const sign = createSigner({ key: secret, algorithm: 'HS256', noTimestamp: true });
  const verify = createVerifier({
    key: secret,
    algorithms: ['HS256'],
    allowedAud: purpose,
    requiredClaims: ['aud'],
    ignoreExpiration: true,
  });
  return {
    // With the audience among its own options the library takes a fifth longer.
    sign: (payload) => sign({ ...payload, aud: purpose }),
    verify: (text) => {
      try {
        return verify(text) as Payload;
      } catch {
        return null;
      }
    },
  };
}
