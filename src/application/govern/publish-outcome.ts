/** Turns what became of appending a release into what the caller is told. */
import type { Finding } from '../../domain/documents/keyed-document';
import type { AppendOutcome } from './draft-ports';
import { keyReused, overtakenBy } from './govern-refusals';
import type { PublishResult } from './govern-results';

/** Nothing was done, and nothing was found. */
export const NOT_PUBLISHED = { release: null, schedule: null, findings: [], failedTests: [] } as const;

/** A repeated call gets the release that the first one made. Findings are told where it was published. */
export function publishOutcome(outcome: AppendOutcome, findings: readonly Finding[] = []): PublishResult {
  switch (outcome.kind) {
    case 'appended':
    case 'replayed':
      return { ...NOT_PUBLISHED, release: outcome.number, findings, error: null };
    case 'reused':
      return { ...NOT_PUBLISHED, error: keyReused() };
    case 'conflict':
      return { ...NOT_PUBLISHED, error: overtakenBy('Another release or edit came first') };
  }
}
