/** Lets the command line read and verify the audit log. */
import type { AuditDesk } from '../adapters/cli/workbench';
import type { AuditLog } from '../application/govern/audit-ports';
import { VerifyAudit } from '../application/govern/verify-audit';
import { auditTools } from './audit-tools';

/** Holds the log to the secret that this process signs with. */
export function buildAuditDesk(log: AuditLog, signingSecret: string): AuditDesk {
  const verification = new VerifyAudit(log, auditTools(signingSecret));
  return {
    newest: (limit) => log.newest(null, limit),
    verify: (noted, tell) => verification.execute(noted, tell),
  };
}
