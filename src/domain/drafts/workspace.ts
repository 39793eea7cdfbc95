/** Decides what becomes of approvals and schedules when the pending changes change, and who may approve them. */
import type { Timestamp } from '../accounts/account';
import type { Actor } from '../audit/actor';

/** Somebody agreed to the pending changes as they were. */
export interface Approval {
  readonly by: Actor;
  readonly at: Timestamp;
  /** In the approver's own words; null where nothing was said. */
  readonly comment: string | null;
}

/** The pending changes are to be published by themselves. */
export interface Schedule {
  readonly at: Timestamp;
  readonly message: string;
  readonly by: Actor;
}

/** A scheduled release that came to nothing. */
export interface ScheduleFailure extends Schedule {
  /** Why, in sentences. */
  readonly reason: string;
}

/** What people make of the pending changes; one for all of them. */
export interface Workspace {
  /** Grows with every change, also with those that are published. */
  readonly revision: number;
  /** Everyone who saved or deleted something since nothing was pending, each once. */
  readonly authors: readonly Actor[];
  /** Of this very revision. */
  readonly approvals: readonly Approval[];
  readonly schedule: Schedule | null;
  /** Until something changes or is scheduled anew. */
  readonly failure: ScheduleFailure | null;
}

/** Nothing pending. */
export const EMPTY_WORKSPACE: Workspace = {
  revision: 0,
  authors: [],
  approvals: [],
  schedule: null,
  failure: null,
};

/** After somebody saved or deleted: nobody has approved that, and nothing is scheduled any more. */
export function changedBy(workspace: Workspace, actor: Actor): Workspace {
  const isKnown = workspace.authors.some(({ id }) => id === actor.id);
  const authors = isKnown ? workspace.authors : [...workspace.authors, actor];
  return { ...EMPTY_WORKSPACE, revision: workspace.revision + 1, authors };
}

/** After a release: what is still pending keeps its authors, and is not what was approved or scheduled. */
export function afterRelease(workspace: Workspace, isPending: boolean): Workspace {
  const authors = isPending ? workspace.authors : [];
  return { ...EMPTY_WORKSPACE, revision: workspace.revision + 1, authors };
}

/** Approving a second time changes the comment. */
export function approvedBy(workspace: Workspace, approval: Approval): Workspace {
  const others = workspace.approvals.filter(({ by }) => by.id !== approval.by.id);
  return { ...workspace, approvals: [...others, approval] };
}

/** Whether the same person has already scheduled it for the same time, with the same message. */
export function isScheduled(
  { schedule }: Pick<Workspace, 'schedule'>,
  { at, message, by }: Schedule,
): boolean {
  return schedule?.at === at && schedule.message === message && schedule.by.id === by.id;
}

/** A second person approves: never one of the authors. */
export function isAuthor({ authors }: Pick<Workspace, 'authors'>, actor: Actor): boolean {
  return authors.some(({ id }) => id === actor.id);
}
