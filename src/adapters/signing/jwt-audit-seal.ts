/** Seals how far the audit log goes, so that nobody without the secret can move its end unseen. */
import type { AuditTools } from '../../domain/audit/audit-chain';
import { signedText } from './signed-text';

/** Never taken for an id or a token, nor they for a seal. The secret must have at least 32 characters. */
export function jwtAuditSeal(secret: string): AuditTools['seal'] {
  const seals = signedText<{ n: number; h: string }>(secret, 'log');
  return ({ length, hash }) => seals.sign({ n: length, h: hash });
}
