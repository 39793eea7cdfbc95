/** What was put off comes back on its day with what it was about, to whoever put it off, once. */
import type { Prompt } from '../../../src/domain/responses/history';
import { resumption } from '../../../src/domain/responses/snooze';
import { daysAgo, NOW } from '../../support/decisions-account';
import { aPast, anAnswer, aPrompt, aShowing } from '../../support/response-prompts';

const until = new Date(NOW).toISOString();
const snoozed = (members: Partial<Prompt> = {}, end = until) =>
  aPrompt({
    id: 'put-off',
    surface: 'VOICE',
    conversationId: 'call-1',
    crossedAt: daysAgo(30),
    answer: anAnswer('SNOOZED', { at: daysAgo(28), silentUntil: end }),
    ...members,
  });
const resumed = (prompts: readonly Prompt[], userId: string | null = 'kim', now = NOW) =>
  resumption(aPast({ prompts }, {}, now), aShowing({ userId }))?.promptId ?? null;

describe('an offer that was put off', () => {
  it('comes back with when, where and why it was put off', () => {
    expect(resumption(aPast({ prompts: [snoozed()] }), aShowing())).toEqual({
      promptId: 'put-off',
      snoozedAt: daysAgo(28),
      until,
      signal: 'USAGE_LIMIT',
      surface: 'VOICE',
      conversationId: 'call-1',
      crossedAt: daysAgo(30),
    });
  });

  it.each<[string, readonly Prompt[], string | null, string | null]>([
    ['not a millisecond early', [snoozed({}, new Date(NOW + 1).toISOString())], 'kim', null],
    [
      'to the end of the response window',
      [snoozed({}, new Date(NOW - 14 * 86_400_000 + 1).toISOString())],
      'kim',
      'put-off',
    ],
    ['not later', [snoozed({}, daysAgo(14))], 'kim', null],
    ['not to another user', [snoozed()], 'lee', null],
    ['not to the account', [snoozed()], null, null],
    ['to the first user who sees it when no user put it off', [snoozed({ userId: null })], 'kim', 'put-off'],
    ['once', [snoozed(), aPrompt({ resumes: 'put-off', expiresAt: daysAgo(0) })], 'kim', null],
    [
      'once for all users',
      [snoozed({ userId: null }), aPrompt({ userId: 'lee', resumes: 'put-off' })],
      'kim',
      null,
    ],
    [
      'as long as the prompt that brings it back is open',
      [snoozed({}, daysAgo(20)), aPrompt({ resumes: 'put-off' })],
      'kim',
      'put-off',
    ],
    [
      'not after that was answered',
      [snoozed(), aPrompt({ resumes: 'put-off', answer: anAnswer('DECLINED') })],
      'kim',
      null,
    ],
    [
      'not when it was declined instead',
      [aPrompt({ answer: anAnswer('DECLINED', { silentUntil: until }) })],
      'kim',
      null,
    ],
  ])('%s', (_, prompts, userId, expected) => {
    expect(resumed(prompts, userId)).toBe(expected);
  });

  it('is not another offer', () => {
    const past = aPast({ prompts: [snoozed()] });
    expect(resumption(past, aShowing({ offerKey: 'message-pack' }))).toBeNull();
  });
});
