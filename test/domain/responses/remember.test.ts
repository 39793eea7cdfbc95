/** Histories forget what is over for a year, and keep what still matters. */
import type { NotificationState, Prompt } from '../../../src/domain/responses/history';
import {
  notificationState,
  occasionOf,
  withNotification,
} from '../../../src/domain/responses/notification-states';
import { putAway } from '../../../src/domain/responses/put-away';
import { remember } from '../../../src/domain/responses/remember';
import { daysAgo, NOW } from '../../support/decisions-account';
import { aPast, anAnswer, aPrompt, daysAhead } from '../../support/response-prompts';

const aState = (members: Partial<NotificationState> = {}): NotificationState => ({
  userId: 'kim',
  subject: 'notice-seats',
  occasion: '2026-06',
  seenAt: daysAgo(1),
  dismissedAt: null,
  ...members,
});
const now = new Date(NOW).toISOString();

describe('remembering', () => {
  const old = { openedAt: daysAgo(500), lastShownAt: daysAgo(500), expiresAt: daysAgo(486) };

  it.each<[string, Partial<Prompt>, boolean]>([
    ['an open prompt', {}, true],
    ['a prompt of last year that nobody answered', old, false],
    ['a prompt that closed 366 days ago', { ...old, expiresAt: daysAgo(366) }, true],
    ['an answer of this year', { ...old, answer: anAnswer('DECLINED') }, true],
    ['a yes of long ago', { ...old, answer: anAnswer('ACCEPTED', { at: daysAgo(490) }) }, false],
    ['the last no of long ago', { ...old, answer: anAnswer('DECLINED', { at: daysAgo(490) }) }, true],
    ['the last dismissal of long ago', { ...old, answer: anAnswer('DISMISSED', { at: daysAgo(490) }) }, true],
    [
      'a silence that lasts',
      { ...old, answer: anAnswer('DECLINED', { at: daysAgo(490), silentUntil: daysAhead(1) }) },
      true,
    ],
  ])('%s: kept %s', (_, members, kept) => {
    const { history } = aPast({ prompts: [aPrompt(members)] });
    expect(remember(history, NOW).prompts).toHaveLength(kept ? 1 : 0);
  });

  it('keeps of old noes the last to each offer, and of old dismissals the last of each user', () => {
    const no = (id: string, kind: 'DECLINED' | 'DISMISSED', userId: string) =>
      aPrompt({ ...old, id, userId, answer: anAnswer(kind, { at: daysAgo(490) }) });
    const prompts = [
      no('a', 'DECLINED', 'kim'),
      no('b', 'DISMISSED', 'kim'),
      no('c', 'DECLINED', 'lee'),
      no('d', 'DISMISSED', 'lee'),
      no('e', 'DISMISSED', 'kim'),
    ];
    expect(remember(aPast({ prompts }).history, NOW).prompts.map(({ id }) => id)).toEqual(['c', 'd', 'e']);
  });

  it('keeps the newest 2,000 prompts', () => {
    const prompts = Array.from({ length: 2_001 }, (_, index) => aPrompt({ id: `p${index}` }));
    const kept = remember(aPast({ prompts }).history, NOW).prompts;
    expect([kept.length, kept[0]?.id]).toEqual([2_000, 'p1']);
  });

  it('forgets refusals and notifications of over a year ago', () => {
    const refusals = [367, 1].map((days) => ({ conversationId: `c${days}`, at: daysAgo(days) }));
    const notifications = [
      aState({ subject: 'a', seenAt: daysAgo(400) }),
      aState({ subject: 'b', seenAt: daysAgo(400), dismissedAt: daysAgo(300) }),
    ];
    const kept = remember(aPast({ refusals, notifications }).history, NOW);
    expect(kept.refusals.map(({ conversationId }) => conversationId)).toEqual(['c1']);
    expect(kept.notifications.map(({ subject }) => subject)).toEqual(['b']);
  });

  it('changes nothing a second time', () => {
    const once = remember(aPast({ prompts: [aPrompt(), aPrompt(old)] }).history, NOW);
    expect(remember(once, NOW)).toEqual(once);
  });
});

describe('a notification', () => {
  it('is about a crossing, else about its calendar month', () => {
    expect(occasionOf(daysAgo(3), NOW)).toBe(daysAgo(3));
    expect(occasionOf(null, NOW)).toBe('2026-06');
  });

  it('keeps the first moments it was seen and put away', () => {
    const { history } = aPast({ notifications: [aState()] });
    const later = withNotification(history, aState({ seenAt: now, dismissedAt: now }));
    expect(later.notifications).toEqual([aState({ dismissedAt: now })]);
    const again = withNotification(later, aState({ seenAt: daysAhead(1), dismissedAt: daysAhead(1) }));
    expect(again.notifications).toEqual(later.notifications);
  });

  it.each(['userId', 'subject', 'occasion'] as const)('of another %s is another one', (member) => {
    const { history } = aPast({ notifications: [aState()] });
    expect(notificationState(history, { ...aState(), [member]: 'else' })).toBeUndefined();
  });
});

describe('putting a notification away', () => {
  const { userId, subject, occasion } = aState();
  const identity = { userId, subject, occasion };

  it('is done once', () => {
    const done = putAway(aPast({}), identity, null);
    expect(done).toMatchObject({ kind: 'done', prompt: null });
    const history = 'history' in done ? done.history : {};
    expect(putAway(aPast(history, {}, NOW + 1), identity, null)).toEqual({ kind: 'already', at: now });
  });

  it('answers the open prompt of the offer in it, and leaves an answered one as it is', () => {
    const declined = aPrompt({ answer: anAnswer('DECLINED') });
    const ofOffer = { ...identity, subject: 'growth-plan' };
    expect(putAway(aPast({ prompts: [aPrompt()] }), ofOffer, 'growth-plan')).toMatchObject({
      prompt: { id: 'p1', answer: { kind: 'DISMISSED', at: now } },
      history: { prompts: [{ answer: { kind: 'DISMISSED' } }] },
    });
    expect(putAway(aPast({ prompts: [declined] }), ofOffer, 'growth-plan')).toMatchObject({
      prompt: null,
      history: { prompts: [declined] },
    });
  });
});
