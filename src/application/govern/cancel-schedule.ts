/** Takes back that the pending changes are published at a time. */
import type { Clock } from '../ports';
import type { ApprovalRequest } from './approve-changes';
import { arranged } from './arranged';
import type { DraftStore } from './draft-ports';
import { nothingScheduled } from './govern-refusals';
import type { ArrangeResult } from './govern-results';

interface CancelPorts {
  readonly drafts: Pick<DraftStore, 'workspace' | 'arrange'>;
  readonly clock: Clock;
}

/** The changes stay pending and approved. */
export async function cancelSchedule(
  { drafts, clock }: CancelPorts,
  { expectedRevision, actor }: Omit<ApprovalRequest, 'comment'>,
): Promise<ArrangeResult> {
  const workspace = await drafts.workspace();
  const { schedule } = workspace;
  if (schedule === null) return { workspace: null, error: nothingScheduled() };
  const at = new Date(clock.now()).toISOString();
  const before = JSON.stringify(schedule);
  return arranged(drafts, {
    expectedRevision,
    workspace: { ...workspace, revision: expectedRevision, schedule: null },
    audit: { at, actor, action: 'SCHEDULE_CANCELLED', subject: 'draft', reason: null, before, after: null },
  });
}
