/** Walks the whole audit log and tells everything in it that is not as it was written. */
import type { AuditHead, AuditMark, AuditTools } from '../../domain/audit/audit-chain';
import type { AuditFinding } from '../../domain/audit/audit-finding';
import { AuditVerifier } from '../../domain/audit/audit-verifier';
import type { AuditLog } from './audit-ports';

const LINES_AT_ONCE = 500;

/** How far the log goes, and what was found. */
export interface AuditVerdict {
  /** Of the last line that is there: to be noted, and held against the log later. */
  readonly mark: AuditMark;
  readonly findings: number;
}

/** Memory stays the same however long the log is; lines that are appended meanwhile are walked as well. */
export class VerifyAudit {
  constructor(
    private readonly log: AuditLog,
    private readonly tools: AuditTools,
  ) {}

  /** `noted` is an earlier mark that the log must still lead through; `tell` gets each finding when it is made. */
  async execute(noted: AuditMark | null, tell: (finding: AuditFinding) => void): Promise<AuditVerdict> {
    const verifier = new AuditVerifier(this.tools, noted);
    let findings = 0;
    const tellAll = (found: Iterable<AuditFinding>) => {
      for (const finding of found) {
        findings += 1;
        tell(finding);
      }
    };
    const head = await this.walk(verifier, tellAll);
    tellAll(verifier.end(head));
    return { mark: verifier.mark, findings };
  }

  /** Lines first, then the head: a head that is ahead of them is looked for once more before it counts as a cut. */
  private async walk(
    verifier: AuditVerifier,
    tellAll: (found: Iterable<AuditFinding>) => void,
  ): Promise<AuditHead | null> {
    let after: number | null = null;
    for (;;) {
      const before: number | null = after;
      after = await this.lines(after, (line) => tellAll(verifier.line(line)));
      const head = await this.log.head();
      const reached = head === null || head.length <= verifier.mark.length;
      if (reached || (before !== null && after === before)) return head;
      after ??= EMPTY_WALK;
    }
  }

  private async lines(
    after: number | null,
    look: (line: Parameters<AuditVerifier['line']>[0]) => void,
  ): Promise<number | null> {
    let last = after;
    for (;;) {
      const page = await this.log.following(last, LINES_AT_ONCE);
      page.forEach(look);
      last = page.at(-1)?.position ?? last;
      if (page.length < LINES_AT_ONCE) return last;
    }
  }
}

/** Where the second look at a log without lines begins. */
const EMPTY_WALK = 0;
