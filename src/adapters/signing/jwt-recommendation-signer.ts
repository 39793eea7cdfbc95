/** Turns what a recommendation binds into an id that nobody else can make. */
import type { RecommendationClaims, RecommendationSigner } from '../../application/ports';
import { signedText } from './signed-text';

/** The claims as they travel: short names, since the id is in every answer. */
interface Payload {
  a: string;
  u: string | null;
  o: string;
  r: number;
  p: [minorUnits: number, currency: string, interval: 'MONTH' | 'YEAR'];
  t: string;
  s: string;
  k: string;
  m: string;
  c: string | null;
  f: string;
  x: string | null;
  w: string | null;
  l: string | null;
  g: string | null;
  e: number;
}

/** Ids are opaque to callers; equal claims give equal ids. The secret must have at least 32 characters. */
export function jwtRecommendationSigner(secret: string): RecommendationSigner {
  const ids = signedText<Payload>(secret, 'rec');
  return {
    sign: (claims) => ids.sign(toPayload(claims)),
    verify: (id) => {
      const payload = ids.verify(id);
      return payload === null ? { failure: 'forged' } : { claims: fromPayload(payload) };
    },
  };
}

function toPayload(claims: RecommendationClaims): Payload {
  const { price } = claims;
  return {
    a: claims.accountId,
    u: claims.userId,
    o: claims.offerKey,
    r: claims.release,
    p: [price.minorUnits, price.currency, price.interval],
    t: claims.treatment,
    s: claims.signal,
    k: claims.ruleKey,
    m: claims.closeMode,
    c: claims.conversationId,
    f: claims.surface,
    x: claims.crossedAt,
    w: claims.signalAt,
    l: claims.after,
    g: claims.segment,
    e: claims.expiresAt,
  };
}

function fromPayload(payload: Payload): RecommendationClaims {
  const [minorUnits, currency, interval] = payload.p;
  return {
    accountId: payload.a,
    userId: payload.u,
    offerKey: payload.o,
    release: payload.r,
    price: { minorUnits, currency, interval },
    treatment: payload.t,
    signal: payload.s,
    ruleKey: payload.k,
    closeMode: payload.m,
    conversationId: payload.c,
    surface: payload.f,
    crossedAt: payload.x,
    signalAt: payload.w,
    after: payload.l,
    segment: payload.g,
    expiresAt: payload.e,
  };
}
