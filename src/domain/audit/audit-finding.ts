/** Words what a verifier finds in an audit log that somebody changed. */
import type { AuditHead, AuditMark } from './audit-chain';

/** Kinds of findings. */
export const AUDIT_FINDING_CODES = [
  'LINE_EDITED',
  'LINE_MOVED',
  'LINE_ADDED',
  'LINES_MISSING',
  'CHAIN_BROKEN',
  'END_CUT',
  'HEAD_MISSING',
  'HEAD_EDITED',
  'SEAL_BROKEN',
  'NOT_AS_NOTED',
] as const;
export type AuditFindingCode = (typeof AUDIT_FINDING_CODES)[number];

/** One thing that is not as it was written. */
export interface AuditFinding {
  readonly code: AuditFindingCode;
  /** Of the line; for the head, the length that it names. */
  readonly position: number;
  /** A whole sentence. */
  readonly message: string;
}

/** The sentence of each finding, one function per code. */
export const auditFinding = {
  edited: (position: number) =>
    finding(
      'LINE_EDITED',
      position,
      `Line ${position} does not say what was written: its hash does not fit.`,
    ),
  moved: (position: number, from: number) =>
    finding('LINE_MOVED', position, `Line ${position} was written as line ${from}.`),
  added: (position: number) =>
    finding('LINE_ADDED', position, `Line ${position} stands where no line was written.`),
  missing: (from: number, to: number) =>
    finding('LINES_MISSING', from, `${span(from, to)} missing; the lines after that are there.`),
  broken: (position: number) =>
    finding(
      'CHAIN_BROKEN',
      position,
      `Line ${position} does not continue the line before it: one of the two was replaced.`,
    ),
  cut: (from: number, to: number) => finding('END_CUT', from, `${span(from, to)} missing at the end.`),
  headMissing: () => finding('HEAD_MISSING', 0, 'The head of the log is missing.'),
  headEdited: ({ length }: AuditMark) =>
    finding('HEAD_EDITED', length, `The head does not know the last line, ${length}, as it stands.`),
  sealBroken: ({ length, seal }: AuditHead) =>
    finding(
      'SEAL_BROKEN',
      length,
      seal === ''
        ? `The head at line ${length} is not sealed: it did not fit when lines were appended.`
        : `The head at line ${length} was not sealed with this SIGNING_SECRET.`,
    ),
  notAsNoted: ({ length, hash }: AuditMark) =>
    finding('NOT_AS_NOTED', length, `The log is not the one that was noted as ${length}:${hash}.`),
} as const;

function finding(code: AuditFindingCode, position: number, message: string): AuditFinding {
  return { code, position, message };
}

function span(from: number, to: number): string {
  return from === to ? `Line ${from} is` : `Lines ${from} to ${to} are`;
}
