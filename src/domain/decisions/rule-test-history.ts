/** Builds the past of a rule test from what the test states of it. */
import type { RuleTestDocument } from '../documents/kinds/rule-test-document';
import type { StatedPrompt } from '../documents/kinds/rule-test-history';
import { silentUntil } from '../responses/cooldown';
import type { Answer, History, NotificationState, Prompt } from '../responses/history';
import { occasionOf } from '../responses/notification-states';
import { promptExpiry } from '../responses/prompt-life';
import type { CompiledRelease } from './compiled-release';

const UNTOLD = 'rule-test';

/** Silences follow the policy of the release, as they would have when the answers were recorded. */
export function ruleTestHistory(
  release: CompiledRelease,
  { history }: Pick<RuleTestDocument, 'history'>,
): History {
  const prompts = history.prompts.flatMap((stated, index) =>
    Array.from({ length: stated.times }, (_, time) => toPrompt(release, stated, `${index}-${time}`)),
  );
  const refusals = prompts.flatMap(({ conversationId, answer }) =>
    conversationId !== null && answer?.kind === 'DECLINED' ? [{ conversationId, at: answer.at }] : [],
  );
  return { prompts, refusals, notifications: history.dismissedNotices.map(toState) };
}

function toPrompt({ policy, number }: CompiledRelease, stated: StatedPrompt, id: string): Prompt {
  const openedAt = utc(stated.shownAt);
  return {
    id,
    userId: stated.user ?? null,
    offerKey: stated.offer,
    ruleKey: UNTOLD,
    signal: 'USAGE_LIMIT',
    treatment: UNTOLD,
    release: number,
    surface: 'IN_APP',
    segment: null,
    conversationId: stated.conversationId ?? null,
    closeMode: stated.closeMode,
    crossedAt: null,
    openedAt,
    lastShownAt: utc(stated.lastShownAt ?? stated.shownAt),
    impressions: stated.impressions,
    expiresAt: promptExpiry(Date.parse(openedAt), policy),
    resumes: null,
    answer: stated.answer === undefined ? null : toAnswer(policy, stated.answer),
  };
}

function toAnswer(policy: CompiledRelease['policy'], stated: NonNullable<StatedPrompt['answer']>): Answer {
  const { kind } = stated;
  const at = utc(stated.at);
  if (kind === 'SNOOZED') return { kind, at, reason: null, silentUntil: utc(stated.until) };
  if (kind !== 'DECLINED') return { kind, at, reason: null, silentUntil: null };
  const { reason } = stated;
  return { kind, at, reason, silentUntil: silentUntil(policy, reason, Date.parse(at)) };
}

function toState({
  rule,
  user,
  at,
  crossedAt,
}: RuleTestDocument['history']['dismissedNotices'][number]): NotificationState {
  const moment = utc(at);
  const occasion = occasionOf(crossedAt === undefined ? null : utc(crossedAt), Date.parse(at));
  return { userId: user ?? null, subject: rule, occasion, seenAt: moment, dismissedAt: moment };
}

function utc(at: string): string {
  return new Date(at).toISOString();
}
