/** States what was shown and answered before the way rule tests do. */
import type { CompiledRelease } from '../decisions/compiled-release';
import type { RuleTestDocument } from '../documents/kinds/rule-test-document';
import type { StatedPrompt } from '../documents/kinds/rule-test-history';
import type { Answer, History, NotificationState, Prompt } from '../responses/history';
import type { Pseudonyms } from './pseudonyms';

type Stated = RuleTestDocument['history'];
type StatedNotice = Stated['dismissedNotices'][number];

/** The newest of each; a test has room for so many. */
const MOST = 1_000;
/** An occasion that is a month: no crossing. */
const MONTH = /^\d{4}-\d{2}$/;

/** Of offers and rules that the release has. */
export function stateHistory(
  { documents }: CompiledRelease,
  { prompts, notifications }: History,
  names: Pseudonyms,
): Stated {
  const known = prompts.filter(({ offerKey }) => documents.offer.has(offerKey));
  const putAway = notifications.filter(({ subject }) => documents.rule.has(subject));
  return {
    prompts: known.slice(-MOST).map((prompt) => statePrompt(prompt, names)),
    dismissedNotices: putAway.flatMap((state) => stateNotice(state, names)).slice(-MOST),
  };
}

function statePrompt(prompt: Prompt, names: Pseudonyms): StatedPrompt {
  const { offerKey, userId, openedAt, lastShownAt, impressions, conversationId, closeMode, answer } = prompt;
  return {
    offer: offerKey,
    ...(userId !== null && { user: names.user(userId) }),
    shownAt: openedAt,
    ...(lastShownAt !== openedAt && { lastShownAt }),
    impressions: Math.min(1_000, Math.max(1, impressions)),
    ...(conversationId !== null && { conversationId: names.conversation(conversationId) }),
    closeMode,
    ...(answer !== null && { answer: stateAnswer(answer) }),
    times: 1,
  };
}

function stateAnswer({ kind, at, reason, silentUntil }: Answer): NonNullable<StatedPrompt['answer']> {
  if (kind === 'DECLINED') return { kind, at, reason: reason ?? 'UNSPECIFIED' };
  return kind === 'SNOOZED' ? { kind, at, until: silentUntil ?? at } : { kind, at };
}

function stateNotice(
  { subject, userId, occasion, dismissedAt }: NotificationState,
  names: Pseudonyms,
): readonly StatedNotice[] {
  if (dismissedAt === null) return [];
  const user = userId === null ? {} : { user: names.user(userId) };
  const crossing = MONTH.test(occasion) ? {} : { crossedAt: occasion };
  return [{ rule: subject, ...user, at: dismissedAt, ...crossing }];
}
