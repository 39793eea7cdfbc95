/** An account, its people and its past, told so that every trace of them can be found. */
import type { History } from '../../../src/domain/responses/history';
import { aSnapshot, daysAgo } from '../../support/decisions-account';

/** An account that says SECRET wherever it says who it is. */
export const PERSONAL = aSnapshot({
  id: 'SECRET-id',
  name: 'SECRET name',
  owner: 'SECRET owner',
  csm: 'SECRET csm',
  crmId: 'SECRET crm',
  contact: { name: 'SECRET contact', email: 'SECRET@example.com', phone: 'SECRET' },
  attributes: { diary: 'SECRET', 'region-count': 3 },
});

/** A prompt that was declined two days ago. */
export const prompt = (members: Partial<History['prompts'][number]>): History['prompts'][number] => ({
  id: 'p1',
  userId: 'SECRET-ann',
  offerKey: 'growth-plan',
  ruleKey: 'seat-limit',
  signal: 'USAGE_LIMIT',
  treatment: 'a',
  release: 7,
  surface: 'IN_APP',
  segment: null,
  conversationId: 'SECRET-talk',
  closeMode: 'SELF_SERVE',
  crossedAt: null,
  openedAt: daysAgo(3),
  lastShownAt: daysAgo(2),
  impressions: 2,
  expiresAt: daysAgo(-11),
  resumes: null,
  answer: { kind: 'DECLINED', at: daysAgo(2), reason: 'NOT_NEEDED', silentUntil: daysAgo(-28) },
  ...members,
});

/** A refusal of one user and a notice that another put away. */
export const PAST: History = {
  prompts: [prompt({})],
  refusals: [{ conversationId: 'SECRET-talk', at: daysAgo(2) }],
  notifications: [
    {
      userId: 'SECRET-bob',
      subject: 'seat-limit',
      occasion: daysAgo(4),
      seenAt: daysAgo(3),
      dismissedAt: daysAgo(3),
    },
  ],
};
