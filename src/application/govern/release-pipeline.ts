/** Takes a candidate through everything that stands before a release: checks, rule tests, both evaluators, approval. */
import { checkSteps } from '../../domain/checks/check-documents';
import type { Actor } from '../../domain/audit/actor';
import type { ReadDocuments } from '../../domain/documents/document-memory';
import { findingsOf, type Finding } from '../../domain/documents/keyed-document';
import type { StoredDocument } from '../../domain/documents/release';
import { releaseHash } from '../../domain/documents/release-hash';
import type { ReleaseCompiler } from '../decide/release-compiler';
import { inSlices, type Turns } from '../in-slices';
import type { Clock, Hasher } from '../ports';
import type { Draft, DraftStore, GovernedCall } from './draft-ports';
import { approvalRequired, notPublishable } from './govern-refusals';
import type { PublishResult } from './govern-results';
import type { ProveRelease } from './prove-release';
import { NOT_PUBLISHED, publishOutcome } from './publish-outcome';

/** Documents on their way to a release. */
export interface Candidate {
  readonly stored: readonly StoredDocument[];
  /** As it was read with the documents. */
  readonly draft: Draft;
  readonly message: string;
  readonly actor: Actor;
  /** Whether a second person has agreed to exactly these documents. */
  readonly isApproved: boolean;
  /** null where nobody repeats the call. */
  readonly call: GovernedCall | null;
  /** What is known to speak against it before it is looked at. */
  readonly findings: readonly Finding[];
}

/** What publishing needs of the world. */
export interface PipelinePorts {
  readonly drafts: Pick<DraftStore, 'append'>;
  readonly hasher: Hasher;
  readonly clock: Clock;
  readonly turns: Turns;
  /** Whether the policy in force asks for a second person; the candidate's may ask for it as well. */
  readonly requiresApproval: () => boolean;
}

/** All or nothing, and between requests. What keeps a candidate back is told all at once, stage by stage. */
export class ReleasePipeline {
  constructor(
    private readonly ports: PipelinePorts,
    private readonly compiler: ReleaseCompiler,
    private readonly proof: ProveRelease,
  ) {}

  async execute(candidate: Candidate): Promise<PublishResult> {
    const refused = await this.findFault(candidate);
    return refused.error === null ? this.append(candidate, refused.findings) : refused;
  }

  /** The same without publishing; `error` is null when nothing speaks against it, and findings are warnings then. */
  async findFault(candidate: Candidate): Promise<PublishResult> {
    const { read, findings } = await this.check(candidate);
    const errors = findings.filter(({ problem }) => problem.severity === 'ERROR').length;
    if (errors > 0) return { ...NOT_PUBLISHED, findings, error: notPublishable(errors, 0) };
    const proof = await this.proof.execute(read, candidate.draft.release + 1);
    const all = [...findings, ...proof.findings];
    const { failedTests } = proof;
    if (failedTests.length > 0 || proof.findings.length > 0) {
      const error = notPublishable(proof.findings.length, failedTests.length);
      return { ...NOT_PUBLISHED, findings: all, failedTests, error };
    }
    const asks = this.ports.requiresApproval() || requiresApproval(read);
    const error = asks && !candidate.isApproved ? approvalRequired() : null;
    return { ...NOT_PUBLISHED, findings, error };
  }

  private async check(candidate: Candidate): Promise<{ read: ReadDocuments; findings: readonly Finding[] }> {
    const { tools, parts } = this.compiler;
    const texts = new Map(candidate.stored.map(({ hash, text }) => [hash, text]));
    const read = await inSlices(this.compiler.begin(candidate.stored).steps(texts), this.ports.turns);
    const found = await inSlices(checkSteps(read.documents, tools, parts.checks), this.ports.turns);
    const unreadable = read.quarantined.flatMap((document) => findingsOf(document, document.problems));
    return { read, findings: [...candidate.findings, ...unreadable, ...found] };
  }

  private async append(candidate: Candidate, findings: readonly Finding[]): Promise<PublishResult> {
    const { stored, draft, message, actor, call } = candidate;
    const { hasher, clock, drafts } = this.ports;
    const hash = releaseHash(stored, (text) => hasher.sha256(text));
    const at = new Date(clock.now()).toISOString();
    const outcome = await drafts.append({
      release: { hash, message, publishedBy: actor.name, publishedAt: at, documents: stored },
      expectedCurrent: draft.release,
      expectedRevision: draft.workspace.revision,
      call,
      audit: { at, actor, action: 'RELEASE_PUBLISHED', reason: message, before: null, after: hash },
    });
    return publishOutcome(outcome, findings);
  }
}

function requiresApproval({ documents }: ReadDocuments): boolean {
  return documents.policy.get('default')?.requireApproval === true;
}
