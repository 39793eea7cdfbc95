/** Publishes the pending changes, now or at a time. */
import type { Actor } from '../../domain/audit/actor';
import { error } from '../../domain/documents/found';
import type { Finding } from '../../domain/documents/keyed-document';
import { overtaken, type PendingDocument } from '../../domain/drafts/pending-document';
import { isScheduled, type Schedule } from '../../domain/drafts/workspace';
import type { Clock } from '../ports';
import type { Draft, DraftStore, GovernedCall } from './draft-ports';
import { badMessage, invalidCall, nothingPending, overtakenBy } from './govern-refusals';
import type { PublishResult } from './govern-results';
import type { ReadDraft } from './read-draft';
import { NOT_PUBLISHED, publishOutcome } from './publish-outcome';
import type { Candidate, ReleasePipeline } from './release-pipeline';

/** Who publishes, and why. */
export interface PublishDraftRequest {
  readonly message: string;
  readonly actor: Actor;
  readonly call: GovernedCall | null;
  /** When, in milliseconds since the epoch; null: now. */
  readonly at: number | null;
  /** Revision of the pending changes that is meant; absent: whatever it is. */
  readonly revision?: number;
}

interface PublishDraftPorts {
  readonly drafts: Pick<DraftStore, 'earlier' | 'arrange'>;
  readonly clock: Clock;
}

const CHANGED = 'The pending changes were changed';

/**
 * Whoever repeats a call that made a release gets that release; one that scheduled a release, its schedule, written down once.
 * A schedule is for the changes as they are: it is taken back when one of them changes, and all of the checks are made again
 * when its time comes.
 */
export class PublishDraft {
  constructor(
    private readonly ports: PublishDraftPorts,
    private readonly reading: ReadDraft,
    private readonly pipeline: ReleasePipeline,
  ) {}

  async execute(request: PublishDraftRequest): Promise<PublishResult> {
    const bad = badMessage(request.message) ?? this.badTime(request);
    if (bad !== null) return { ...NOT_PUBLISHED, error: bad };
    const earlier = request.call === null ? null : await this.ports.drafts.earlier(request.call);
    if (earlier !== null) return publishOutcome(earlier);
    const { draft, inForce, stored } = await this.reading.execute();
    if (request.revision !== undefined && request.revision !== draft.workspace.revision)
      return { ...NOT_PUBLISHED, error: overtakenBy(CHANGED) };
    if (draft.pending.length === 0) return { ...NOT_PUBLISHED, error: nothingPending() };
    const findings = overtaken(inForce, draft.pending).map(changedSince);
    const isApproved = draft.workspace.approvals.length > 0;
    const { message, actor, call, at } = request;
    const candidate = { stored, draft, message, actor, call, isApproved, findings };
    return at === null ? this.pipeline.execute(candidate) : this.schedule(candidate, at);
  }

  private badTime({ at }: PublishDraftRequest) {
    if (at === null || at > this.ports.clock.now()) return null;
    return invalidCall('/at', 'The time is past; leave it out to publish now.');
  }

  private async schedule(candidate: Candidate, at: number): Promise<PublishResult> {
    const found = await this.pipeline.findFault(candidate);
    if (found.error !== null) return found;
    const schedule = { at: new Date(at).toISOString(), message: candidate.message, by: candidate.actor };
    const { workspace } = candidate.draft;
    const isKept = isScheduled(workspace, schedule) || (await this.keep(candidate.draft, schedule));
    return isKept ? { ...found, schedule } : { ...NOT_PUBLISHED, error: overtakenBy(CHANGED) };
  }

  private keep({ workspace }: Draft, schedule: Schedule): Promise<boolean> {
    return this.ports.drafts.arrange({
      expectedRevision: workspace.revision,
      workspace: { ...workspace, schedule, failure: null },
      audit: {
        at: new Date(this.ports.clock.now()).toISOString(),
        actor: schedule.by,
        action: 'RELEASE_SCHEDULED',
        subject: 'draft',
        reason: schedule.message,
        before: workspace.schedule === null ? null : JSON.stringify(workspace.schedule),
        after: JSON.stringify(schedule),
      },
    });
  }
}

function changedSince({ kind, key, savedBy }: PendingDocument): Finding {
  const message = `It was published otherwise since ${savedBy} saved it.`;
  const hint =
    'Look at what is in force and save the change again on top of it, or delete it from the draft.';
  return { kind, key, problem: error('CHANGED_SINCE', '', message, hint) };
}
