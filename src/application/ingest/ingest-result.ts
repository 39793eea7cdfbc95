/** Says what comes back for each item of an ingested batch. */

/** Why an item was refused; the codes are listed in the API's error catalogue. */
export type IngestErrorCode = 'INVALID_INPUT' | 'ACCOUNT_NOT_FOUND' | 'METRIC_NOT_FOUND' | 'VERSION_CONFLICT';

export interface IngestError {
  readonly code: IngestErrorCode;
  /** Every problem of the item, in plain sentences. */
  readonly message: string;
  /** JSON pointer into the item, of its first problem; null when it concerns the whole item. */
  readonly pointer: string | null;
  /** How to mend the first problem, with near names where there are any. */
  readonly hint: string | null;
}

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
