/** Makes entries of the decision log for tests. */
import type { DecisionLogEntry } from '../../src/application/ports';

/** A decision for one account, changed where the test cares. */
export function decisionEntry(id: string, change: Partial<DecisionLogEntry> = {}): DecisionLogEntry {
  return {
    id,
    accountId: 'acme',
    userId: null,
    release: 1,
    decidedAt: '2026-06-01T00:00:00.000Z',
    surface: 'IN_APP',
    motion: 'UPSELL',
    accountVersion: 1,
    payload: '{}',
    ...change,
  };
}
