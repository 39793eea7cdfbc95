/** Describes what becomes of governing calls: done, or one of a closed set of expected failures. */
import type { RuleTestResult } from '../../domain/decisions/run-rule-test';
import type { Finding } from '../../domain/documents/keyed-document';
import type { Problem } from '../../domain/documents/problem';
import type { Schedule, Workspace } from '../../domain/drafts/workspace';

/** `kind` is the name of the type in the API. */
interface Refusal<Kind extends string, Code extends string> {
  readonly kind: Kind;
  readonly code: Code;
  /** Plain words, safe to show. */
  readonly message: string;
}

/** Something about the input itself; the pointer names the first member at fault. */
export interface InvalidCall extends Refusal<'InvalidInput', 'INVALID_INPUT'> {
  readonly pointer: string;
}

/** Somebody else changed it since it was read; nothing was done. */
export type Overtaken = Refusal<'VersionConflict', 'VERSION_CONFLICT'>;

/** The idempotency key was used for another call; nothing was done. */
export type KeyReused = Refusal<'IdempotencyConflict', 'IDEMPOTENCY_CONFLICT'>;

/** Other documents refer to it, which the problems name. */
export type StillReferenced = Refusal<'NotAllowed', 'STILL_REFERENCED'>;

/** One of the authors tried to approve. */
export type OwnChanges = Refusal<'NotAllowed', 'OWN_CHANGES'>;

/** The documents are those of the release in force. */
export type NothingPending = Refusal<'NotAllowed', 'NOTHING_PENDING'>;

/** There is no schedule to take back. */
export type NothingScheduled = Refusal<'NotAllowed', 'NOTHING_SCHEDULED'>;

/** No earlier release has that number. */
export type NoSuchRelease = Refusal<'NotAllowed', 'NO_SUCH_RELEASE'>;

/** Findings or failed rule tests keep it from being published. */
export type NotPublishable = Refusal<'NotAllowed', 'NOT_PUBLISHABLE'>;

/** The policy asks for a second person. */
export type Unapproved = Refusal<'ApprovalRequired', 'APPROVAL_REQUIRED'>;

/** A document saved; `version` is null where it was refused, and then the problems or the error say why. */
export interface SaveResult {
  readonly version: number | null;
  readonly problems: readonly Problem[];
  readonly error: InvalidCall | Overtaken | null;
}

/** A document to be deleted with the next release; refused where the findings are errors. */
export interface DeleteResult {
  readonly version: number | null;
  /** By the documents that refer to it. */
  readonly findings: readonly Finding[];
  readonly error: InvalidCall | Overtaken | StillReferenced | null;
}

/** What became of publishing or going back; exactly one of `release`, `schedule` and `error` is there. */
export interface PublishResult {
  readonly release: number | null;
  /** Where it was scheduled instead of published. */
  readonly schedule: Schedule | null;
  /** Warnings of what was published; whatever keeps it from being published otherwise. */
  readonly findings: readonly Finding[];
  readonly failedTests: readonly RuleTestResult[];
  readonly error:
    InvalidCall | Overtaken | KeyReused | NothingPending | NoSuchRelease | NotPublishable | Unapproved | null;
}

/** What became of an approval or of taking a schedule back. */
export interface ArrangeResult {
  readonly workspace: Workspace | null;
  readonly error: InvalidCall | Overtaken | OwnChanges | NothingPending | NothingScheduled | null;
}
