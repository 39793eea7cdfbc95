/** Carries out `audit`: verifies the log and lists it. */
import type { AuditVerdict } from '../../application/govern/verify-audit';
import type { AuditMark } from '../../domain/audit/audit-chain';
import type { AuditFinding } from '../../domain/audit/audit-finding';
import type { AuditCommands, VerifyOptions } from './add-audit';
import { auditLine } from './audit-line';
import { withService } from './with-service';
import type { Workbench } from './workbench';

const SOUND = 0;
const TAMPERED = 1;
const NOT_UNDERSTOOD = 2;
const MARK = /^(0|[1-9]\d{0,9}):([0-9a-f]{64})$/;
const MOST_LISTED = 1_000;
/** More than that many findings say nothing new: the rest is counted. */
const MOST_TOLD = 100;

/** The commands over a workbench. */
export function auditCommands(workbench: Workbench): AuditCommands {
  return {
    verifyAudit: (options) => verify(workbench, options),
    listAudit: ({ limit }) => list(workbench, Number(limit)),
  };
}

async function verify(workbench: Workbench, { expect }: VerifyOptions): Promise<number> {
  const noted = expect === undefined ? null : markOf(expect);
  if (noted === undefined) {
    workbench.print('--expect takes what `npm run audit -- verify` printed: <length>:<hash>.\n');
    return NOT_UNDERSTOOD;
  }
  return withService(workbench, async ({ audit }) => {
    let told = 0;
    const verdict = await audit.verify(noted, (finding) => {
      told += 1;
      if (told <= MOST_TOLD) workbench.print(findingText(finding));
    });
    workbench.print(verdictText(verdict));
    return verdict.findings === 0 ? SOUND : TAMPERED;
  });
}

async function list(workbench: Workbench, limit: number): Promise<number> {
  if (!Number.isInteger(limit) || limit < 1 || limit > MOST_LISTED) {
    workbench.print(`--limit takes a number from 1 to ${MOST_LISTED.toLocaleString('en-US')}.\n`);
    return NOT_UNDERSTOOD;
  }
  return withService(workbench, async ({ audit }) => {
    const lines = await audit.newest(limit);
    workbench.print(lines.length === 0 ? 'Nothing was done yet.\n' : lines.map(auditLine).join(''));
    return SOUND;
  });
}

function markOf(text: string): AuditMark | undefined {
  const [, length, hash] = MARK.exec(text) ?? [];
  return length === undefined || hash === undefined ? undefined : { length: Number(length), hash };
}

function findingText({ code, message }: AuditFinding): string {
  return `${code.padEnd(13)}  ${message}\n`;
}

function verdictText({ mark, findings }: AuditVerdict): string {
  const untold = findings - MOST_TOLD;
  const more = untold > 0 ? `… and ${untold.toLocaleString('en-US')} more.\n` : '';
  if (findings > 0)
    return `${more}\nTAMPERED: ${counted(findings, 'finding')} in a log that ends at line ${mark.length}.\n`;
  return (
    `Sound: ${counted(mark.length, 'line')}, each as it was written.\n` +
    `Note this to hold the log to it later: --expect ${mark.length}:${mark.hash}\n`
  );
}

function counted(count: number, word: string): string {
  return `${count.toLocaleString('en-US')} ${word}${count === 1 ? '' : 's'}`;
}
