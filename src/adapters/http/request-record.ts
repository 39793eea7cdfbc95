/** Describes what is told of a request once it is answered: numbers and names of ours, nothing of the caller's. */

/**
 * How a request ended. `failed`: the client's mistake, found by GraphQL or a resolver; `refused`: it never got that far;
 * `shed`: turned away for load; `unavailable`: the database was; `fault`: ours to mend.
 */
export const OUTCOMES = ['ok', 'failed', 'refused', 'shed', 'unavailable', 'fault'] as const;
export type RequestOutcome = (typeof OUTCOMES)[number];

/** One answered request. */
export interface RequestRecord {
  readonly requestId: string;
  /** Name of the first root field, or `other`. */
  readonly operation: string;
  /** `answers`, `evaluations`, `reports`; null when it was refused before anybody could tell. */
  readonly priority: string | null;
  readonly outcome: RequestOutcome;
  readonly status: number;
  readonly ms: number;
}

/** Takes every answered GraphQL request, in the order of the answers; must not throw. */
export type RequestObserver = (record: RequestRecord) => void;

/** A request's own id, where it brought one that can be trusted in a log: 8 to 64 letters, digits, `-`, `_`, `.` or `:`. */
export function givenRequestId(header: string | readonly string[] | undefined): string | undefined {
  return typeof header === 'string' && /^[A-Za-z0-9._:-]{8,64}$/.test(header) ? header : undefined;
}
