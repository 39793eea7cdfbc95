/** Signs small payloads for one purpose each, so that an id made for one is never taken for another. */
import { createHmac, createSecretKey } from 'node:crypto';
import { createVerifier } from 'fast-jwt';

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
  const verify = createVerifier({
    key: secret,
    algorithms: ['HS256'],
    allowedAud: purpose,
    requiredClaims: ['aud'],
    ignoreExpiration: true,
  });
  return {
    sign: signing<Payload>(secret, purpose),
    verify: (text) => {
      try {
        return verify(text) as Payload;
      } catch {
        return null;
      }
    },
  };
}

const HEADER = encoded({ alg: 'HS256', typ: 'JWT' });

/** Writes what the library's own signer would, byte for byte, in a quarter of its time: every offer of every answer is signed. */
function signing<Payload extends object>(secret: string, purpose: string): SignedText<Payload>['sign'] {
  const key = createSecretKey(secret, 'utf8');
  return (payload) => {
    const signed = `${HEADER}.${encoded({ ...payload, aud: purpose })}`;
    return `${signed}.${createHmac('sha256', key).update(signed).digest('base64url')}`;
  };
}

function encoded(claims: object): string {
  return Buffer.from(JSON.stringify(claims)).toString('base64url');
}
