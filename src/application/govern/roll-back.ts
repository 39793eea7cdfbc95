/** Goes back in one step: an earlier release becomes the newest one. */
import type { Actor } from '../../domain/audit/actor';
import { readKeyedDocument } from '../../domain/documents/build-document-set';
import type { Release } from '../../domain/documents/release';
import type { Clock, ReleaseStore } from '../ports';
import type { DraftStore, GovernedCall } from './draft-ports';
import { approvalDropped, badMessage, noSuchRelease } from './govern-refusals';
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
  /** Whether the policy in force asks for a second person. */
  readonly requiresApproval: () => boolean;
}

/**
 * The documents are those of the earlier release, byte for byte; they were checked and approved when they were published, so
 * that nothing holds this up but one thing: whoever could go back to a policy that asks nobody would need no second person at
 * all. What is pending stays pending.
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
    if (this.ports.requiresApproval() && !asksForApproval(target))
      return { ...NOT_PUBLISHED, error: approvalDropped() };
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

function asksForApproval({ documents }: Release): boolean {
  const stored = documents.find(({ kind, key }) => kind === 'policy' && key === 'default');
  const read = stored === undefined ? null : readKeyedDocument('policy', 'default', stored.text);
  return (
    read !== null && 'document' in read && 'requireApproval' in read.document && read.document.requireApproval
  );
}
