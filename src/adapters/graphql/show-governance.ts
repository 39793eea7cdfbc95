/** Turns drafts, changes and what became of governing calls into what the API shows of them. */
import type { PublishResult } from '../../application/govern/govern-results';
import type { PendingChange, PendingChanges } from '../../application/govern/pending-changes';
import type { DocumentChange as Change } from '../../domain/changes/changes-between';
import type { Finding } from '../../domain/documents/keyed-document';
import type { Schedule, Workspace } from '../../domain/drafts/workspace';
import { wordOf } from './document-kinds';
import type { DocumentChange, Draft, ScheduledRelease } from './types/draft';
import type { Problem } from './types/problem';

/** Of a release or of the draft. */
export function showChange(change: Change | PendingChange): DocumentChange {
  const { words, kind, ...rest } = change;
  return { ...rest, kind: wordOf(kind), inWords: words };
}

/** With the document it was found in. */
export function showFinding({ kind, key, problem }: Finding): Problem {
  return { ...problem, document: `${kind}/${key}` };
}

/** `approvalRequired` is what the policy in force says. */
export function showDraft({ workspace, release, changes }: PendingChanges, approvalRequired: boolean): Draft {
  return {
    revision: workspace.revision,
    release,
    changes: changes.map(showChange),
    authors: workspace.authors.map(({ name }) => name),
    approvals: workspace.approvals.map(({ by, at, comment }) => ({
      approvedBy: by.name,
      approvedAt: at,
      comment,
    })),
    approvalRequired,
    schedule: scheduleOf(workspace),
  };
}

/** What publishing and going back have in common; the release itself is looked up by whoever shows it. */
export function showOutcome({ schedule, findings, failedTests, error }: PublishResult) {
  return {
    schedule: schedule === null ? null : showSchedule(schedule, null),
    problems: findings.map(showFinding),
    failedTests,
    error,
  };
}

function scheduleOf({ schedule, failure }: Workspace): ScheduledRelease | null {
  if (schedule !== null) return showSchedule(schedule, null);
  return failure === null ? null : showSchedule(failure, failure.reason);
}

function showSchedule({ at, message, by }: Schedule, failure: string | null): ScheduledRelease {
  return { at, message, scheduledBy: by.name, failure };
}
