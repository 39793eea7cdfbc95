/** Decides what a line of the audit log is hashed over and how the next lines continue the last one. */
import type { Digest } from '../documents/release-hash';
import type { AuditEntry, AuditRecord } from './audit-entry';

/** How far a log goes: the number of its lines and the hash of the last one. */
export interface AuditMark {
  readonly length: number;
  readonly hash: string;
}

/** Where the next line goes, sealed so that nobody without the secret can move it unseen. */
export interface AuditHead extends AuditMark {
  /** Empty before the first line, and once lines were appended to a head whose seal did not fit. */
  readonly seal: string;
}

/** What chaining and verifying are done with. */
export interface AuditTools {
  readonly digest: Digest;
  /** Keyed hash over a mark; the same mark, the same text, and nobody else can make it. */
  seal(mark: AuditMark): string;
}

/** A log without lines. */
export const EMPTY_LOG: AuditMark = { length: 0, hash: '0'.repeat(64) };

/** The seal of a head that was never sealed, or is not to be sealed again. */
export const UNSEALED = '';

const LONE_SURROGATE = /\p{Surrogate}/gu;

/** SHA-256 over the canonical bytes: a JSON list that begins with the name of the format. The line's own hash is not in it. */
export function auditHash(line: Omit<AuditEntry, 'hash'>, digest: Digest): string {
  const { position, at, actor, action, subject, reason, before, after, previousHash } = line;
  const members = [position, at, actor.id, actor.name, action, subject, reason, before, after, previousHash];
  return digest(JSON.stringify(['audit-line-1', ...members]));
}

/** The lines that put these records down after the mark, in their order. Halves of surrogate pairs become U+FFFD, as databases keep them. */
export function continueChain(
  records: readonly AuditRecord[],
  { length, hash }: AuditMark,
  digest: Digest,
): readonly AuditEntry[] {
  let previousHash = hash;
  return records.map((record, index) => {
    const line = { ...storable(record), position: length + index + 1, previousHash };
    previousHash = auditHash(line, digest);
    return { ...line, hash: previousHash };
  });
}

/** Whether the head is the one that this service left, or that of a log without lines. */
export function isSealed({ length, hash, seal }: AuditHead, tools: Pick<AuditTools, 'seal'>): boolean {
  if (length === EMPTY_LOG.length && hash === EMPTY_LOG.hash && seal === UNSEALED) return true;
  return seal === tools.seal({ length, hash });
}

/** The head after the last of these lines. A head that was not sealed stays so: appending must not hide what was done to it. */
export function headAfter(lines: readonly AuditEntry[], before: AuditHead, tools: AuditTools): AuditHead {
  const last = lines.at(-1);
  if (last === undefined) return before;
  const mark = { length: last.position, hash: last.hash };
  return { ...mark, seal: isSealed(before, tools) ? tools.seal(mark) : UNSEALED };
}

function storable(record: AuditRecord): AuditRecord {
  const { id, name } = record.actor;
  return {
    ...record,
    actor: { id: whole(id), name: whole(name) },
    subject: whole(record.subject),
    reason: record.reason === null ? null : whole(record.reason),
    before: record.before === null ? null : whole(record.before),
    after: record.after === null ? null : whole(record.after),
  };
}

function whole(text: string): string {
  return text.replace(LONE_SURROGATE, '\uFFFD');
}
