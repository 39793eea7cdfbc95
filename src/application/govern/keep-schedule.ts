/** Publishes what was scheduled once its time has come; every replica looks, one of them publishes. */
import type { Workspace } from '../../domain/drafts/workspace';
import type { Clock } from '../ports';
import type { DraftStore } from './draft-ports';
import type { PublishResult } from './govern-results';
import type { PublishDraft } from './publish-draft';

interface KeepSchedulePorts {
  readonly drafts: Pick<DraftStore, 'workspace' | 'arrange'>;
  readonly clock: Clock;
}

/** What speaks against it by then is kept beside the pending changes, for people to see. */
export class KeepSchedule {
  constructor(
    private readonly ports: KeepSchedulePorts,
    private readonly publish: Pick<PublishDraft, 'execute'>,
  ) {}

  /** Number of the release that was published; null where nothing was due, or something spoke against it. */
  async execute(): Promise<number | null> {
    const { drafts, clock } = this.ports;
    const workspace = await drafts.workspace();
    const { schedule, revision } = workspace;
    if (schedule === null || Date.parse(schedule.at) > clock.now()) return null;
    const { message, by: actor } = schedule;
    const published = await this.publish.execute({ message, actor, call: null, at: null, revision });
    if (published.release === null) await this.giveUp(workspace, published);
    return published.release;
  }

  /** A replica that came second finds the workspace at another revision, and changes nothing. */
  private async giveUp(workspace: Workspace, { error, findings, failedTests }: PublishResult): Promise<void> {
    const { schedule, revision } = workspace;
    if (schedule === null || error?.kind === 'VersionConflict') return;
    const told = [
      error?.message ?? '',
      ...findings.map(({ kind, key, problem }) => `${kind}/${key}: ${problem.message}`),
      ...failedTests.map(({ key, differences }) => `test/${key}: ${differences.join(' ')}`),
    ];
    const failure = { ...schedule, reason: told.slice(0, MOST_TOLD).join(' ') };
    await this.ports.drafts.arrange({
      expectedRevision: revision,
      workspace: { ...workspace, schedule: null, failure },
      audit: {
        at: new Date(this.ports.clock.now()).toISOString(),
        actor: schedule.by,
        action: 'SCHEDULE_CANCELLED',
        subject: 'draft',
        reason: failure.reason,
        before: JSON.stringify(schedule),
        after: null,
      },
    });
  }
}

const MOST_TOLD = 20;
