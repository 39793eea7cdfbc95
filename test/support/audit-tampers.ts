/** Thinks of ways to change an audit log behind the service's back. */
import fc from 'fast-check';
import { jwtAuditSeal } from '../../src/adapters/signing/jwt-audit-seal';
import {
  auditHash,
  continueChain,
  EMPTY_LOG,
  type AuditHead,
  type AuditMark,
} from '../../src/domain/audit/audit-chain';
import type { AuditEntry, AuditRecord } from '../../src/domain/audit/audit-entry';
import { auditRecord, TEST_AUDIT_TOOLS } from './audit-lines';

export interface StoredAudit {
  readonly lines: readonly AuditEntry[];
  readonly head: AuditHead | null;
}

/** A way to change it, by the name under which it is counted. */
export interface Tamper {
  readonly name: string;
  readonly apply: (log: StoredAudit) => StoredAudit;
}

const { digest } = TEST_AUDIT_TOOLS;
const forgedSeal = jwtAuditSeal('what somebody without the secret would sign with');

const edits: Readonly<Record<string, (line: AuditEntry, text: string) => AuditEntry>> = {
  at: (line, text) => ({ ...line, at: new Date(Date.parse(line.at) - 1 - text.length).toISOString() }),
  actorId: (line, text) => ({ ...line, actor: { ...line.actor, id: line.actor.id + text } }),
  actorName: (line, text) => ({ ...line, actor: { ...line.actor, name: text } }),
  action: (line) => ({
    ...line,
    action: line.action === 'DOCUMENT_SAVED' ? 'DOCUMENT_DELETED' : 'DOCUMENT_SAVED',
  }),
  subject: (line, text) => ({ ...line, subject: line.subject + text }),
  reason: (line, text) => ({ ...line, reason: line.reason === null ? text : null }),
  before: (line, text) => ({ ...line, before: (line.before ?? '') + text }),
  after: (line) => ({
    ...line,
    after: line.after?.toUpperCase() === line.after ? null : (line.after ?? '').toUpperCase(),
  }),
  previousHash: (line, text) => ({ ...line, previousHash: digest(text) }),
  hash: (line, text) => ({ ...line, hash: digest(text) }),
};

function changed(log: StoredAudit, position: number, change: (line: AuditEntry) => AuditEntry): StoredAudit {
  return { ...log, lines: log.lines.map((line) => (line.position === position ? change(line) : line)) };
}

/** Hashes that fit from the first of these lines on, as anybody can make them. */
function rehashed(lines: readonly AuditEntry[], from: number): readonly AuditEntry[] {
  const kept = lines.filter(({ position }) => position < from);
  const last = kept.at(-1);
  const mark = last === undefined ? EMPTY_LOG : { length: last.position, hash: last.hash };
  return [
    ...kept,
    ...continueChain(
      lines.filter(({ position }) => position >= from),
      mark,
      digest,
    ),
  ];
}

function markOf(lines: readonly AuditEntry[]): AuditMark {
  const last = lines.at(-1);
  return last === undefined ? EMPTY_LOG : { length: last.position, hash: last.hash };
}

function between(lines: readonly AuditEntry[], position: number, record: AuditRecord): readonly AuditEntry[] {
  const later = lines.filter((line) => line.position >= position);
  const added = { ...record, position, previousHash: '', hash: '' };
  const shifted = later.map((line) => ({ ...line, position: line.position + 1 }));
  return [...lines.filter((line) => line.position < position), added, ...shifted];
}

/** Any of the ways, on a log of `length` lines. */
export function anyTamper(length: number): fc.Arbitrary<Tamper> {
  const place = fc.integer({ min: 1, max: length });
  const text = fc.string({ minLength: 1, maxLength: 12 });
  const column = fc.constantFrom(...Object.keys(edits));
  const seal = fc.constantFrom('', 'x', 'the old one', 'a forged one');
  const sealed = (kind: string, mark: AuditMark, old: AuditHead | null): AuditHead => {
    const made = { '': '', x: 'x', 'a forged one': forgedSeal(mark) }[kind];
    return { ...mark, seal: made ?? old?.seal ?? '' };
  };
  const edited = (log: StoredAudit, position: number, name: string, by: string) =>
    changed(log, position, (line) => edits[name]?.(line, by) ?? line);
  return fc.oneof(
    fc.tuple(place, column, text).map(([position, name, by]): Tamper => ({
      name: `edited ${name}`,
      apply: (log) => edited(log, position, name, by),
    })),
    fc.tuple(place, column, text).map(([position, name, by]): Tamper => ({
      name: 'edited, its hash made anew',
      apply: (log) =>
        changed(edited(log, position, name, by), position, (line) => ({
          ...line,
          hash: auditHash(line, digest),
        })),
    })),
    fc
      .tuple(place, fc.constantFrom('actorName', 'subject', 'reason', 'after'), text, seal)
      .map(([position, name, by, kind]): Tamper => ({
        name: 'edited, every hash made anew, the head too',
        apply: (log) => {
          const lines = rehashed(edited(log, position, name, by).lines, position);
          return { lines, head: sealed(kind, markOf(lines), log.head) };
        },
      })),
    fc.tuple(place, fc.integer({ min: 1, max: 5 })).map(([from, count]): Tamper => ({
      name: 'deleted',
      apply: (log) => ({
        ...log,
        lines: log.lines.filter(({ position }) => position < from || position >= from + count),
      }),
    })),
    fc.tuple(place, place).map(([one, other]): Tamper => ({
      name: 'swapped',
      apply: (log) => ({
        ...log,
        lines: log.lines.map((line) => {
          const from = line.position === one ? other : line.position === other ? one : line.position;
          return {
            ...(log.lines.find(({ position }) => position === from) ?? line),
            position: line.position,
          };
        }),
      }),
    })),
    fc.tuple(place, seal).map(([count, kind]): Tamper => ({
      name: 'cut at the end, the head put there',
      apply: (log) => {
        const lines = log.lines.slice(0, -count);
        const mark = markOf(lines);
        return { lines, head: sealed(lines.length === 0 ? 'x' : kind, mark, log.head) };
      },
    })),
    place.map((count): Tamper => ({
      name: 'cut at the end',
      apply: (log) => ({ ...log, lines: log.lines.slice(0, -count) }),
    })),
    fc.tuple(place, fc.boolean(), seal).map(([position, hashes, kind]): Tamper => ({
      name: 'inserted',
      apply: (log) => {
        const lines = between(log.lines, position, auditRecord(position + 7_000));
        const chained = hashes ? rehashed(lines, position) : lines;
        return { lines: chained, head: sealed(kind, markOf(chained), log.head) };
      },
    })),
    fc.tuple(fc.integer({ min: 1, max: 3 }), fc.boolean(), seal).map(([count, moved, kind]): Tamper => ({
      name: 'appended',
      apply: (log) => {
        const records = Array.from({ length: count }, (_, index) => auditRecord(index + 9_000));
        const lines = [...log.lines, ...continueChain(records, markOf(log.lines), digest)];
        return { lines, head: moved ? sealed(kind, markOf(lines), log.head) : log.head };
      },
    })),
    fc
      .tuple(fc.integer({ min: -2, max: length + 3 }), text, seal, fc.integer({ min: 0, max: 3 }))
      .map(([size, by, kind, member]): Tamper => ({
        name: 'head edited',
        apply: (log) => {
          if (log.head === null || member === 3) return { ...log, head: null };
          if (member === 0) return { ...log, head: { ...log.head, length: size } };
          if (member === 1) return { ...log, head: { ...log.head, hash: digest(by) } };
          return { ...log, head: sealed(kind, log.head, null) };
        },
      })),
  );
}
