/** Walks an audit log line by line and finds every line that is not as it was written. */
import {
  auditHash,
  EMPTY_LOG,
  isSealed,
  type AuditHead,
  type AuditMark,
  type AuditTools,
} from './audit-chain';
import type { AuditEntry } from './audit-entry';
import { auditFinding, type AuditFinding } from './audit-finding';

/** Lines whose hash does not fit that are compared with each other, to tell moved ones from edited ones. */
const MOST_SUSPECTS = 16;

/** Remembers the line before and a few suspects, however long the log is. */
export class AuditVerifier {
  private last = EMPTY_LOG;
  private lastFits = true;
  private suspects: AuditEntry[] = [];

  /** `noted` is a mark that somebody wrote down earlier: the log must still lead through it. */
  constructor(
    private readonly tools: AuditTools,
    private readonly noted: AuditMark | null,
  ) {}

  /** The last line that was looked at. */
  get mark(): AuditMark {
    return this.last;
  }

  /** Findings about the next line; lines come in ascending order of their position. Edited ones may be told later. */
  *line(entry: AuditEntry): Generator<AuditFinding> {
    const { digest } = this.tools;
    const fits = auditHash(entry, digest) === entry.hash;
    const follows = entry.position === this.last.length + 1;
    if (!follows) yield this.gapBefore(entry);
    else if (fits && this.lastFits && entry.previousHash !== this.last.hash)
      yield auditFinding.broken(entry.position);
    if (!fits) this.suspects.push(entry);
    if (this.suspects.length === MOST_SUSPECTS) yield* this.judgeSuspects();
    if (this.noted?.length === entry.position && this.noted.hash !== entry.hash)
      yield auditFinding.notAsNoted(this.noted);
    this.last = { length: entry.position, hash: entry.hash };
    this.lastFits = fits;
  }

  /** Findings about the end; to be called once, after the last line. Null: there is no head. */
  *end(head: AuditHead | null): Generator<AuditFinding> {
    yield* this.judgeSuspects();
    if (head === null) yield auditFinding.headMissing();
    else yield* this.judgeHead(head);
    if (this.noted !== null && !this.reaches(this.noted)) yield auditFinding.notAsNoted(this.noted);
  }

  private gapBefore({ position }: AuditEntry): AuditFinding {
    const due = this.last.length + 1;
    return position > due ? auditFinding.missing(due, position - 1) : auditFinding.added(position);
  }

  private *judgeHead(head: AuditHead): Generator<AuditFinding> {
    const { length, hash } = this.last;
    if (head.length > length) yield auditFinding.cut(length + 1, head.length);
    else if (head.length < length) yield auditFinding.added(length);
    else if (head.hash !== hash) yield auditFinding.headEdited(head);
    if (!isSealed(head, this.tools)) yield auditFinding.sealBroken(head);
  }

  private reaches({ length, hash }: AuditMark): boolean {
    return length === 0 ? hash === EMPTY_LOG.hash : length <= this.last.length;
  }

  /** A suspect whose hash fits at the place of another one was moved from there. */
  private *judgeSuspects(): Generator<AuditFinding> {
    const places = this.suspects.map(({ position }) => position);
    for (const entry of this.suspects) {
      const from = places.find(
        (position) => auditHash({ ...entry, position }, this.tools.digest) === entry.hash,
      );
      yield from === undefined
        ? auditFinding.edited(entry.position)
        : auditFinding.moved(entry.position, from);
    }
    this.suspects = [];
  }
}
