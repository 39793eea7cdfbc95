/** Builds prompts, offers about to be shown, and pasts for the tests of responses. */
import { policyDocumentSchema } from '../../src/domain/documents/kinds/policy-document';
import { NO_HANDOFFS } from '../../src/domain/responses/handoff-load';
import { EMPTY_HISTORY, type Answer, type History, type Prompt } from '../../src/domain/responses/history';
import type { Past } from '../../src/domain/responses/hold';
import type { ShownOffer } from '../../src/domain/responses/show-offer';
import { daysAgo, NOW } from './decisions-account';
import { policy, type Input } from './decisions-release';

export const DAY_MS = 86_400_000;

/** A moment so many days (and fractions) after NOW. */
export function daysAhead(days: number): string {
  return daysAgo(-days);
}

/** Growth, shown once to Kim two days ago and still open. */
export function aPrompt(members: Partial<Prompt> = {}): Prompt {
  return {
    id: 'p1',
    userId: 'kim',
    offerKey: 'growth-plan',
    ruleKey: 'seat-limit',
    signal: 'USAGE_LIMIT',
    treatment: 'specific',
    release: 7,
    surface: 'IN_APP',
    segment: null,
    conversationId: null,
    closeMode: 'SELF_SERVE',
    crossedAt: null,
    openedAt: daysAgo(2),
    lastShownAt: daysAgo(2),
    impressions: 1,
    expiresAt: daysAhead(12),
    resumes: null,
    answer: null,
    ...members,
  };
}

/** A no a day ago, silent for 30 days, unless told otherwise. */
export function anAnswer(kind: Answer['kind'], members: Partial<Answer> = {}): Answer {
  return { kind, at: daysAgo(1), reason: null, silentUntil: null, ...members };
}

/** Growth on its way to Kim, because of a crossing that came about now. */
export function aShowing(members: Partial<ShownOffer> = {}): ShownOffer {
  return {
    userId: 'kim',
    offerKey: 'growth-plan',
    ruleKey: 'seat-limit',
    treatment: 'specific',
    release: 7,
    surface: 'IN_APP',
    segment: null,
    crossedAt: null,
    conversationId: null,
    signal: 'USAGE_LIMIT',
    signalAt: new Date(NOW).toISOString(),
    closeMode: 'SELF_SERVE',
    capacityPerMonth: null,
    ...members,
  };
}

/** What came before NOW under a policy without caps, unless told otherwise. */
export function aPast(history: Partial<History>, members: Partial<Input<'policy'>> = {}, now = NOW): Past {
  return {
    history: { ...EMPTY_HISTORY, ...history },
    policy: policyDocumentSchema.parse(policy(members)),
    now,
    handoffs: NO_HANDOFFS,
  };
}
