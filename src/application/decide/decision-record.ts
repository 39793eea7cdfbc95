/** Writes a decision down, so that it can be made again and be the same. */
import type { DecisionLogEntry } from '../ports';
import type { Consideration } from './consider-account';
import { decidedAtText } from './decision-instants';
import { decisionPayload, type Placing } from './decision-payload';

/**
 * A line of the decision log, spelled out at once: a thousand bytes that wait to be written weigh a tenth of the decision
 * they tell of. `placing` is told where notifications were asked for.
 */
export function decisionRecord(
  consideration: Consideration,
  placing: Placing = ONLY_OFFERS,
): DecisionLogEntry {
  const { id, question, release, now, outcome, snapshot } = consideration;
  return {
    id,
    accountId: question.accountId,
    userId: question.userId,
    release: release.number,
    decidedAt: decidedAtText(now),
    surface: question.context.surface,
    motion: outcome.motion.motion,
    accountVersion: snapshot.version,
    payload: decisionPayload(consideration, placing),
  };
}

const ONLY_OFFERS: Placing = { crowdedOut: [], notices: [] };
