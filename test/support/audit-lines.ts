/** Builds audit records, and the tools that a test's log is sealed with. */
import { createHash } from 'node:crypto';
import { jwtAuditSeal } from '../../src/adapters/signing/jwt-audit-seal';
import {
  continueChain,
  EMPTY_LOG,
  type AuditHead,
  type AuditTools,
} from '../../src/domain/audit/audit-chain';
import type { AuditEntry, AuditRecord } from '../../src/domain/audit/audit-entry';
import type { AuditFinding } from '../../src/domain/audit/audit-finding';
import { AuditVerifier } from '../../src/domain/audit/audit-verifier';
import { TEST_SECRET } from './test-secret';

export const TEST_AUDIT_TOOLS: AuditTools = {
  digest: (text) => createHash('sha256').update(text).digest('hex'),
  seal: jwtAuditSeal(TEST_SECRET),
};

export function auditRecord(index: number, change: Partial<AuditRecord> = {}): AuditRecord {
  return {
    at: new Date(Date.UTC(2026, 5, 1) + index * 1_001).toISOString(),
    actor: { id: `key-${index % 3}`, name: `Zoë ${index % 3}` },
    action: 'DOCUMENT_SAVED',
    subject: `rule/rule-${index}`,
    reason: index % 2 === 0 ? null : `because of ${index} `,
    before: index % 5 === 0 ? null : `{"n":${index - 1}}\n`,
    after: `{"n":${index}}\n`,
    ...change,
  };
}

/** A log of that many lines with its sealed head. */
export function auditLogOf(length: number): { lines: readonly AuditEntry[]; head: AuditHead } {
  const records = Array.from({ length }, (_, index) => auditRecord(index));
  const lines = continueChain(records, EMPTY_LOG, TEST_AUDIT_TOOLS.digest);
  const mark = { length, hash: lines.at(-1)?.hash ?? EMPTY_LOG.hash };
  return { lines, head: { ...mark, seal: length === 0 ? '' : TEST_AUDIT_TOOLS.seal(mark) } };
}

/** Every finding, in the order told. */
export function verified(
  lines: readonly AuditEntry[],
  head: AuditHead | null,
  noted: { length: number; hash: string } | null = null,
): readonly AuditFinding[] {
  const verifier = new AuditVerifier(TEST_AUDIT_TOOLS, noted);
  return [...lines.flatMap((line) => [...verifier.line(line)]), ...verifier.end(head)];
}
