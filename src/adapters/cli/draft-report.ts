/** Prints what is pending: each change in words with its author, then who agreed and when it is published. */
import pc from 'picocolors';
import type { PendingChanges } from '../../application/govern/pending-changes';
import { changeReport } from './change-report';

/** One sentence when nothing is pending. */
export function draftReport({ changes, release, workspace }: PendingChanges): string {
  if (changes.length === 0) return `Nothing is pending; release ${release} is in force.\n`;
  const { authors, approvals, schedule, failure } = workspace;
  const people = approvals.map(
    ({ by, at, comment }) => `${by.name} at ${at}${comment ? `: ${comment}` : ''}`,
  );
  const lines = [
    `by ${authors.map(({ name }) => name).join(', ')}`,
    people.length === 0 ? pc.dim('approved by nobody') : pc.green(`approved by ${people.join('; ')}`),
    ...(schedule === null
      ? []
      : [`scheduled for ${schedule.at} by ${schedule.by.name}: ${schedule.message}`]),
    ...(failure === null ? [] : [pc.red(`not published at ${failure.at}: ${failure.reason}`)]),
  ];
  return `${changeReport(changes, release)}${lines.join('\n')}\n`;
}
