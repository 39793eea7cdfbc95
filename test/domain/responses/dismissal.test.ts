/** What a user put away, or ignored the policy's number of times, stays away until there is a new signal. */
import { dismissalHold, ignoredUntil, isSameMinute } from '../../../src/domain/responses/dismissal';
import type { Prompt } from '../../../src/domain/responses/history';
import type { ShownOffer } from '../../../src/domain/responses/show-offer';
import { daysAgo, NOW } from '../../support/decisions-account';
import { aPast, anAnswer, aPrompt, aShowing } from '../../support/response-prompts';

const viewer = aShowing();
const ignoredAt = (now: number, ...prompts: Prompt[]) => ignoredUntil(aPast({ prompts }, {}, now), viewer);
const shown = (impressions: number, members: Partial<Prompt> = {}) => aPrompt({ impressions, ...members });

describe('ignoring', () => {
  it.each<[string, Prompt[], number | null]>([
    ['two impressions are not enough', [shown(2)], null],
    ['three are', [shown(3)], 3],
    ['three of two prompts are', [shown(1, { id: 'a' }), shown(2)], 3],
    ['an answer begins anew', [shown(2, { id: 'a', answer: anAnswer('ACCEPTED') }), shown(2)], null],
    ['a prompt after an ignored one begins anew', [shown(3, { id: 'a' }), shown(2)], null],
    ['an answered prompt is not ignored', [shown(5, { answer: anAnswer('DECLINED') })], null],
    ['another user’s impressions are not one’s own', [shown(3, { userId: 'lee' })], null],
    ['another offer’s neither', [shown(3, { offerKey: 'message-pack' })], null],
    ['an expired prompt was ignored all the same', [shown(3, { expiresAt: daysAgo(1) })], 3],
  ])('%s', (_, prompts, impressions) => {
    expect(ignoredAt(NOW, ...prompts)?.impressions ?? null).toBe(impressions);
  });

  it('is not said while the minute of the last impression lasts, so that a page can be loaded again', () => {
    const minute = Date.parse('2026-06-15T12:34:00.000Z');
    const last = shown(3, { lastShownAt: new Date(minute).toISOString() });
    expect(ignoredAt(minute + 59_999, last)).toBeNull();
    expect(ignoredAt(minute + 60_000, last)).not.toBeNull();
  });
});

it.each([
  ['2026-06-15T12:34:00.000Z', '2026-06-15T12:34:59.999Z', true],
  ['2026-06-15T12:34:59.999Z', '2026-06-15T12:35:00.000Z', false],
  ['2026-06-15T12:34:00.000Z', '2026-06-16T12:34:00.000Z', false],
])('%s and %s are one impression: %s', (one, other, expected) => {
  expect(isSameMinute(one, Date.parse(other))).toBe(expected);
});

describe('a dismissal', () => {
  const putAway = [aPrompt({ answer: anAnswer('DISMISSED') })];
  const notifications = [
    {
      userId: 'kim',
      subject: 'growth-plan',
      occasion: '2026-06',
      seenAt: daysAgo(1),
      dismissedAt: daysAgo(1),
    },
  ];

  it.each<[string, Parameters<typeof aPast>[0], Partial<ShownOffer>, boolean]>([
    ['of an offer holds against the signal it was for', { prompts: putAway }, { signalAt: daysAgo(3) }, true],
    ['holds against a signal without a time', { prompts: putAway }, { signalAt: null }, true],
    ['does not hold against a newer signal', { prompts: putAway }, { signalAt: daysAgo(0.5) }, false],
    ['is the user’s own', { prompts: putAway }, { signalAt: null, userId: 'lee' }, false],
    ['of its notification holds too', { notifications }, { signalAt: daysAgo(3) }, true],
    ['of its notification is the user’s own', { notifications }, { signalAt: null, userId: null }, false],
    ['by ignoring holds against the same signal', { prompts: [shown(3)] }, { signalAt: daysAgo(3) }, true],
    ['by ignoring gives way to a newer one', { prompts: [shown(3)] }, { signalAt: daysAgo(1) }, false],
  ])('%s', (_, history, showing, held) => {
    expect(dismissalHold(aPast(history), aShowing(showing)) !== null).toBe(held);
  });
});
