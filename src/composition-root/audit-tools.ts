/** Says what the audit log is chained and sealed with. */
import { sha256Hasher } from '../adapters/runtime/sha256-hasher';
import { jwtAuditSeal } from '../adapters/signing/jwt-audit-seal';
import type { AuditTools } from '../domain/audit/audit-chain';

/** SHA-256 and a seal that only who has the secret can make. */
export function auditTools(signingSecret: string): AuditTools {
  return { digest: (text) => sha256Hasher.sha256(text), seal: jwtAuditSeal(signingSecret) };
}
