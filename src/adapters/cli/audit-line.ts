/** Words a line of the audit log for the terminal. */
import type { AuditEntry } from '../../domain/audit/audit-entry';

const MOST_SHOWN = 100;
/** Control characters could paint over the lines before. */
const UNPRINTABLE = /[\p{Cc}\p{Zl}\p{Zp}\s]+/gu;

/** When, who, what, to what; below it why, what was there and what is. Each text on one line, cut after 100 characters. */
export function auditLine({
  position,
  at,
  actor,
  action,
  subject,
  reason,
  before,
  after,
}: AuditEntry): string {
  const deed = action.toLowerCase().replaceAll('_', ' ');
  const head = `${`${position}`.padStart(6)}  ${at}  ${shown(actor.name)}: ${deed}, ${shown(subject)}\n`;
  return head + under('why', reason) + under('before', before) + under('after', after);
}

function under(word: string, text: string | null): string {
  return text === null ? '' : `        ${`${word}:`.padEnd(8)}${shown(text)}\n`;
}

function shown(text: string): string {
  const line = text.replace(UNPRINTABLE, ' ').trim();
  return line.length <= MOST_SHOWN ? line : `${line.slice(0, MOST_SHOWN)}…`;
}
