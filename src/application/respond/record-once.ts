/** Records a call once per idempotency key, and reads back what was answered. */
import type { CompiledRelease } from '../../domain/decisions/compiled-release';
import type { History } from '../../domain/responses/history';
import type { Past } from '../../domain/responses/hold';
import { remember } from '../../domain/responses/remember';
import { callHash } from '../call-hash';
import { conflict } from './refusals';
import type { RespondPorts } from './respond-ports';
import type { Responder } from './response-inputs';
import type { HandoffUse, ResponseEntry } from './response-ports';
import type { IdempotencyConflict } from './response-results';

/** One call on one account. */
export interface RecordingCall {
  readonly accountId: string;
  /** Name of the operation: a key used for another one is a conflict. */
  readonly operation: string;
  /** The input as it was sent. */
  readonly input: { readonly idempotencyKey: string };
  /** null: nothing of it is handed to a person. */
  readonly handoffs: HandoffUse | null;
}

/** What was decided on an account's past. */
export interface Decided<Result> {
  readonly result: Result;
  /** The history afterwards; null leaves it as it is. */
  readonly history: History | null;
  readonly entries: readonly ResponseEntry[];
  /** Key of the offer that somebody takes on with it. */
  readonly takenOn?: string;
}

/** The past of the account, and the release in force when the call came in. */
export interface Present {
  readonly past: Past;
  readonly release: CompiledRelease;
}

/**
 * Decides in the recording transaction. The clock and the release are read once per call, so that a transaction tried again
 * comes to the same. The result goes through JSON, so that the first answer and its repeats are the same bytes.
 */
export async function recordOnce<Result extends { readonly kind: string }>(
  { responses, releases, clock, hasher }: RespondPorts,
  { callerId }: Responder,
  { accountId, operation, input, handoffs }: RecordingCall,
  decide: (present: Present) => Decided<Result>,
): Promise<Result | IdempotencyConflict> {
  const { idempotencyKey, ...body } = input;
  const [now, release] = [clock.now(), releases.current()];
  const outcome = await responses.record({
    accountId,
    callerId,
    idempotencyKey,
    bodyHash: callHash(hasher, operation, body),
    now,
    handoffs,
    decide: (history, load) => {
      const past = { history, policy: release.policy, now, handoffs: load };
      const { entries, takenOn, ...decided } = decide({ past, release });
      const next = decided.history === null ? null : remember(decided.history, now);
      return { history: next, entries, answer: JSON.stringify(decided.result), takenOn };
    },
  });
  return outcome.kind === 'conflict' ? conflict() : (JSON.parse(outcome.answer) as Result);
}
