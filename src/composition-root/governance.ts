/** Hands the governing use cases what they govern with. */
import type { OpenDatabase } from '../adapters/persistence/open-database';
import { eventLoopTurns } from '../adapters/runtime/event-loop-turns';
import { sha256Hasher } from '../adapters/runtime/sha256-hasher';
import { callHash } from '../application/call-hash';
import type { CompilerTools } from '../application/decide/compile-release';
import { ReleaseCompiler } from '../application/decide/release-compiler';
import { ApproveChanges } from '../application/govern/approve-changes';
import { cancelSchedule } from '../application/govern/cancel-schedule';
import { DeleteDocument } from '../application/govern/delete-document';
import { DraftInForce } from '../application/govern/draft-in-force';
import type { GovernedCall } from '../application/govern/draft-ports';
import type { DraftReleases } from '../application/govern/draft-releases';
import { NOT_PUBLISHED } from '../application/govern/publish-outcome';
import type { GovernanceServices } from '../application/govern/governance-services';
import { KeepSchedule } from '../application/govern/keep-schedule';
import { pendingChanges } from '../application/govern/pending-changes';
import { ProveRelease } from '../application/govern/prove-release';
import { PublishDocuments } from '../application/govern/publish-documents';
import { PublishDraft } from '../application/govern/publish-draft';
import { PullDocuments } from '../application/govern/pull-documents';
import { PushDocuments } from '../application/govern/push-documents';
import { ReadDraft } from '../application/govern/read-draft';
import { readDraftDocument } from '../application/govern/read-draft-document';
import { ReleaseHistory } from '../application/govern/release-history';
import type { ReleaseInForce } from '../application/govern/release-in-force';
import { ReleasePipeline } from '../application/govern/release-pipeline';
import { RollBack } from '../application/govern/roll-back';
import { SaveDocument } from '../application/govern/save-document';
import type { Clock } from '../application/ports';
import { badKey } from '../application/respond/input-checks';
import type { Actor } from '../domain/audit/actor';
import type { RuleEvaluator } from '../domain/rules/rule-evaluator';

/** Everything about editing and publishing. */
export interface Governance {
  readonly services: GovernanceServices;
  readonly drafts: DraftReleases;
  /** Ways to a release that need no idempotency key. */
  readonly publish: {
    readonly documents: PublishDocuments['execute'];
    readonly draft: PublishDraft['execute'];
    readonly back: RollBack['execute'];
  };
  readonly pullDocuments: PullDocuments;
  readonly pushDocuments: PushDocuments;
  readonly schedule: KeepSchedule;
}

interface GovernanceParts {
  readonly database: Pick<OpenDatabase, 'releases' | 'drafts' | 'accounts'>;
  readonly releases: ReleaseInForce;
  readonly tools: CompilerTools;
  /** Decides beside the evaluator of the tools before a release. */
  readonly witness: RuleEvaluator;
  readonly clock: Clock;
  /** Takes a release over that was just published. */
  readonly follow: () => Promise<void>;
}

/** Drafts are read and compiled apart from releases, so that neither makes the other forget what it knows. */
export function buildGovernance(parts: GovernanceParts): Governance {
  const { database, releases, clock } = parts;
  const turns = eventLoopTurns;
  const hasher = sha256Hasher;
  const { drafts } = database;
  const compiler = new ReleaseCompiler(parts.tools);
  const reading = new ReadDraft(drafts, database.releases, compiler, turns);
  const proof = new ProveRelease(
    { accounts: database.accounts, other: parts.witness, clock, turns },
    compiler,
  );
  const requiresApproval = () => releases.loaded?.policy.requireApproval === true;
  const pipeline = new ReleasePipeline({ drafts, hasher, clock, turns, requiresApproval }, compiler, proof);
  const edit = { drafts, hasher, clock, turns };
  const documents = new PublishDocuments(hasher, reading, pipeline);
  const use = {
    save: new SaveDocument(edit, reading, compiler),
    delete: new DeleteDocument(edit, reading, compiler),
    approve: new ApproveChanges({ drafts, clock }),
    publish: new PublishDraft({ drafts, clock }, reading, pipeline),
    rollBack: new RollBack({ drafts, releases: database.releases, clock, requiresApproval }),
    history: new ReleaseHistory(database.releases),
  };
  return {
    services: servicesOf(use, { ...parts, reading }),
    drafts: new DraftInForce(drafts, database.releases, reading, compiler, turns),
    publish: {
      documents: (request) => documents.execute(request),
      draft: (request) => use.publish.execute(request),
      back: (request) => use.rollBack.execute(request),
    },
    pullDocuments: new PullDocuments({ releases: database.releases, hasher }, reading),
    pushDocuments: new PushDocuments({ drafts, hasher, clock }, reading),
    schedule: new KeepSchedule({ drafts, clock }, use.publish),
  };
}

interface UseCases {
  readonly save: SaveDocument;
  readonly delete: DeleteDocument;
  readonly approve: ApproveChanges;
  readonly publish: PublishDraft;
  readonly rollBack: RollBack;
  readonly history: ReleaseHistory;
}

/** What was published is in force here when the call is answered. */
function servicesOf(
  use: UseCases,
  { database: { drafts }, clock, reading, follow }: GovernanceParts & { readonly reading: ReadDraft },
): GovernanceServices {
  return {
    pending: () => pendingChanges(reading),
    document: (kind, key) => readDraftDocument(drafts, kind, key),
    save: (request) => use.save.execute(request),
    delete: (request) => use.delete.execute(request),
    approve: (request) => use.approve.execute(request),
    cancelSchedule: (request) => cancelSchedule({ drafts, clock }, request),
    publish: async ({ idempotencyKey, ...input }, actor) => {
      const bad = badKey(idempotencyKey);
      if (bad !== null) return { ...NOT_PUBLISHED, error: bad };
      const call = governedCall('publish', input, idempotencyKey, actor);
      const at = input.at === null ? null : Date.parse(input.at);
      const published = await use.publish.execute({ message: input.message, actor, call, at });
      await follow();
      return published;
    },
    rollBack: async ({ idempotencyKey, ...input }, actor) => {
      const bad = badKey(idempotencyKey);
      if (bad !== null) return { ...NOT_PUBLISHED, error: bad };
      const call = governedCall('rollback', input, idempotencyKey, actor);
      const published = await use.rollBack.execute({ ...input, actor, call });
      await follow();
      return published;
    },
    releases: (before, limit) => use.history.page(before, limit),
    release: (number) => use.history.find(number),
    changesOf: (number) => use.history.changes(number),
  };
}

function governedCall(
  operation: string,
  input: object,
  idempotencyKey: string,
  { id: callerId }: Actor,
): GovernedCall {
  return { callerId, idempotencyKey, bodyHash: callHash(sha256Hasher, operation, input) };
}
