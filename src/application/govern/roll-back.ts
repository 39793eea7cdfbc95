/** Goes back in one step: an earlier release becomes the newest one. */
import type { Actor } from '../../domain/audit/actor';
import type { Clock, ReleaseStore } from '../ports';
import type { DraftStore, GovernedCall } from './draft-ports';
import { badMessage, noSuchRelease } from './govern-refusals';
import type { PublishResult } from './govern-results';
import { NOT_PUBLISHED, publishOutcome } from './publish-outcome';

/** Who goes back where, and why. */
export interface RollBackRequest {
  readonly toRelease: number;
  readonly message: string;
  readonly actor: Actor;
  readonly call: GovernedCall | null;
}

interface RollBackPorts {
  readonly drafts: Pick<DraftStore, 'read' | 'append' | 'earlier'>;
  readonly releases: Pick<ReleaseStore, 'byNumber'>;
  readonly clock: Clock;
}

/**
 * The documents are those of the earlier release, byte for byte; they were checked and approved when they were published, so
 * that nothing holds this up. What is pending stays pending.
 */
export class RollBack {
  constructor(private readonly ports: RollBackPorts) {}

  async execute(request: RollBackRequest): Promise<PublishResult> {
    const { toRelease, message, actor, call } = request;
    const bad = badMessage(message);
    if (bad !== null) return { ...NOT_PUBLISHED, error: bad };
    const { drafts, releases, clock } = this.ports;
    const earlier = call === null ? null : await drafts.earlier(call);
    if (earlier !== null) return publishOutcome(earlier);
    const { release: current, workspace } = await drafts.read();
    const target = toRelease < current ? await releases.byNumber(toRelease) : null;
    if (target === null) return { ...NOT_PUBLISHED, error: noSuchRelease(toRelease, current) };
    const at = new Date(clock.now()).toISOString();
    const { hash, documents } = target;
    const outcome = await drafts.append({
      release: { hash, message, publishedBy: actor.name, publishedAt: at, documents },
      expectedCurrent: current,
      expectedRevision: workspace.revision,
      call,
      audit: {
        at,
        actor,
        action: 'RELEASE_ROLLED_BACK',
        reason: message,
        before: `release/${current}`,
        after: `release/${toRelease}`,
      },
    });
    return publishOutcome(outcome);
  }
}
