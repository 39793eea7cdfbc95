/** Lets a second person agree to the pending changes as they are. */
import type { Actor } from '../../domain/audit/actor';
import { approvedBy, isAuthor } from '../../domain/drafts/workspace';
import type { Clock } from '../ports';
import type { Draft, DraftStore } from './draft-ports';
import { arranged } from './arranged';
import { badComment, nothingPending, ownChanges } from './govern-refusals';
import type { ArrangeResult } from './govern-results';

/** Who agrees to what. */
export interface ApprovalRequest {
  /** Revision of the pending changes that was looked at. */
  readonly expectedRevision: number;
  readonly comment: string | null;
  readonly actor: Actor;
}

interface ArrangePorts {
  readonly drafts: Pick<DraftStore, 'read' | 'arrange'>;
  readonly clock: Clock;
}

/** Approving again changes the comment; every later edit takes the approval back. */
export class ApproveChanges {
  constructor(private readonly ports: ArrangePorts) {}

  async execute({ expectedRevision, comment, actor }: ApprovalRequest): Promise<ArrangeResult> {
    const bad = badComment(comment);
    if (bad !== null) return { workspace: null, error: bad };
    const draft = await this.ports.drafts.read();
    if (draft.pending.length === 0) return { workspace: null, error: nothingPending() };
    if (isAuthor(draft.workspace, actor)) return { workspace: null, error: ownChanges() };
    const at = new Date(this.ports.clock.now()).toISOString();
    const workspace = approvedBy(draft.workspace, { by: actor, at, comment });
    const after = JSON.stringify(namesAndHashes(draft));
    const audit = { at, actor, action: 'CHANGES_APPROVED', subject: 'draft', reason: comment } as const;
    return arranged(this.ports.drafts, {
      expectedRevision,
      workspace: { ...workspace, revision: expectedRevision },
      audit: { ...audit, before: null, after },
    });
  }
}

/** What was approved, for the audit log: each pending document with its content. */
function namesAndHashes({ pending }: Draft): Readonly<Record<string, string | null>> {
  return Object.fromEntries(pending.map(({ kind, key, hash }) => [`${kind}/${key}`, hash]));
}
