/** Writes a decision down, so that it can be made again and be the same. */
import type { SuppressedOffer } from '../../domain/decisions/decision';
import type { DecisionLogEntry } from '../ports';
import type { Consideration } from './consider-account';

/** A line of the decision log whose payload is spelled out only when it is read, behind the request. */
export class DecisionRecord implements DecisionLogEntry {
  readonly id: string;
  readonly accountId: string;
  readonly userId: string | null;
  readonly release: number;
  readonly decidedAt: string;
  readonly surface: string;
  readonly motion: string;
  readonly accountVersion: number;

  /** `crowdedOut` names offers that were made and found no room in the product. */
  constructor(
    private readonly consideration: Consideration,
    private readonly crowdedOut: readonly SuppressedOffer[] = [],
  ) {
    const { id, question, release, now, outcome, snapshot } = consideration;
    this.id = id;
    this.accountId = question.accountId;
    this.userId = question.userId;
    this.release = release.number;
    this.decidedAt = new Date(now).toISOString();
    this.surface = question.context.surface;
    this.motion = outcome.motion.motion;
    this.accountVersion = snapshot.version;
  }

  get payload(): string {
    const { question, outcome } = this.consideration;
    const crowdedOut = new Set(this.crowdedOut.map(({ offerKey }) => offerKey));
    return JSON.stringify({
      context: question.context,
      first: question.first,
      facts: Object.fromEntries(outcome.facts),
      stale: [...outcome.staleFacts],
      offers: outcome.offers.filter(({ offerKey }) => !crowdedOut.has(offerKey)).map(inShort),
      suppressed: codesOf([...outcome.suppressed, ...this.crowdedOut]),
      stages: stagesOf([...outcome.suppressed, ...this.crowdedOut]),
      control: outcome.control,
      notices: outcome.notices.map(({ ruleKey }) => ruleKey),
      tasks: outcome.tasks.map(({ ruleKey }) => ruleKey),
      ruleErrors: outcome.ruleErrors,
    });
  }
}

function inShort(offer: Consideration['outcome']['offers'][number]): Record<string, unknown> {
  const { offerKey, ruleKey, signal, treatment, score, closeMode, price } = offer;
  return { offerKey, ruleKey, signal, treatment, score, closeMode, price: price.proposed.minorUnits };
}

function codesOf(suppressed: readonly SuppressedOffer[]): Record<string, string> {
  return Object.fromEntries(suppressed.map(({ offerKey, code }) => [offerKey, code]));
}

/** The stage that dropped each candidate; offers that no signal spoke for were no candidates and are left out. */
function stagesOf(suppressed: readonly SuppressedOffer[]): Record<string, string> {
  const candidates = suppressed.filter(({ stage }) => stage !== 'signal');
  return Object.fromEntries(candidates.map(({ offerKey, stage }) => [offerKey, stage]));
}
