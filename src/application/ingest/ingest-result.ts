/** Says what comes back for each item of an ingested batch. */
import type { InputProblem } from '../../domain/accounts/input-problem';

/** Why an item was refused; the codes are listed in the API's error catalogue. */
export type IngestErrorCode = 'INVALID_INPUT' | 'ACCOUNT_NOT_FOUND' | 'METRIC_NOT_FOUND' | 'VERSION_CONFLICT';

/** Why an item was refused, where, and how to mend it. */
export interface IngestError {
  readonly code: IngestErrorCode;
  /** The item's problems, in plain sentences; the first ten and how many more. */
  readonly message: string;
  /** JSON pointer into the item, of its first problem; null when it concerns the whole item. */
  readonly pointer: string | null;
  /** How to mend the first problem, with near names where there are any. */
  readonly hint: string | null;
}

/** What became of an item: its change is durable, its id was there before, or it changed nothing. */
export type IngestStatus = 'APPLIED' | 'DUPLICATE' | 'REJECTED';

/** One item's outcome; `error` is set exactly when it is REJECTED. */
export interface IngestResult {
  /** The item's id as it was sent; empty when it was no text. */
  readonly id: string;
  readonly status: IngestStatus;
  readonly error: IngestError | null;
}

/** The call as a whole was refused: nothing of it was looked at. */
export interface BatchRefused {
  readonly code: 'BATCH_TOO_LARGE';
  readonly message: string;
  /** Items a batch may hold. */
  readonly limit: number;
}

/** Results in the order of the items, or the refusal of the whole call. */
export type IngestOutcome =
  { readonly results: readonly IngestResult[] } | { readonly refused: BatchRefused };

/** Items a batch may hold. */
const MOST_ITEMS = 1000;

/** The refusal of a call with more items than a batch may hold; null when it may go on. */
export const refuseLargeBatch = (items: readonly unknown[]): { readonly refused: BatchRefused } | null =>
  items.length <= MOST_ITEMS
    ? null
    : {
        refused: {
          code: 'BATCH_TOO_LARGE',
          message: `A call takes at most ${MOST_ITEMS} items, not ${items.length}. Send them in several calls.`,
          limit: MOST_ITEMS,
        },
      };

/** The item's change is durable. */
export const applied = (id: string): IngestResult => ({ id, status: 'APPLIED', error: null });

/** The id was there before, in the store or earlier in the batch: what came first stays, whatever this one says. */
export const duplicate = (id: string): IngestResult => ({ id, status: 'DUPLICATE', error: null });

/** The item changed nothing. */
export const rejected = (id: string, error: IngestError): IngestResult => ({ id, status: 'REJECTED', error });

/** Problems told in one message; an item with more is told how many. */
const MOST_TOLD = 10;

function inOneMessage(problems: readonly InputProblem[]): string {
  const told = problems.slice(0, MOST_TOLD).map(({ message }) => message);
  const left = problems.length - told.length;
  return [...told, ...(left > 0 ? [`And ${left} more.`] : [])].join(' ');
}

/** An item whose members do not read: its problems in the message, the first one's place and hint. */
export const unreadable = (id: string, problems: readonly InputProblem[]): IngestResult =>
  rejected(id, {
    code: 'INVALID_INPUT',
    message: inOneMessage(problems),
    pointer: problems[0]?.pointer ?? null,
    hint: problems[0]?.hint ?? null,
  });

/** Other writers changed the account each time this one was about to. */
export const contended = (id: string): IngestResult =>
  rejected(id, {
    code: 'VERSION_CONFLICT',
    message: 'Other writers kept changing the account at the same moment.',
    pointer: null,
    hint: 'Send it again; nothing of it was recorded.',
  });

/** The id of an item as it was sent, for its result; empty when there is none to speak of. */
export function idOf(item: unknown): string {
  const named = typeof item === 'object' && item !== null && 'id' in item ? item.id : null;
  return typeof named === 'string' ? named : '';
}

/** An event of an account that was never sent. */
export const accountNotFound = (event: { readonly id: string; readonly accountId: string }): IngestResult =>
  rejected(event.id, {
    code: 'ACCOUNT_NOT_FOUND',
    message: `There is no account \`${event.accountId}\`.`,
    pointer: '/accountId',
    hint: 'Send the account first. Ids are compared byte by byte: case and blanks count.',
  });
