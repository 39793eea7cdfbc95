/** The answer to `inAppNotifications`: stable ids, places, and the numbers behind the words. */
import { decideForAccount } from '../../../src/application/decide/decide-for-account';
import type { DecisionQuestion } from '../../../src/application/decide/decision-question';
import type { NotificationView } from '../../../src/application/decide/notification-view';
import { notificationsForAccount } from '../../../src/application/decide/notifications-for-account';
import { aSnapshot, IN_APP, NOW, used } from '../../support/decisions-account';
import { testPorts, type TestPorts } from '../../support/decisions-ports';
import { ALWAYS, aRelease, offer, recommend, rule, type Input } from '../../support/decisions-release';

const QUESTION: DecisionQuestion = { accountId: 'acme', userId: null, context: IN_APP, first: 5 };
const DAY = 86_400_000;

const notice: Input<'rule'> = rule(
  'messages-near',
  ALWAYS,
  {
    type: 'notify',
    params: {
      kind: 'USAGE_LIMIT',
      metric: 'messages',
      placements: ['billing-page'],
      title: '{{trigger.used | number}} of {{trigger.limit | number}} messages',
      body: 'Nothing stops.',
      actions: [{ kind: 'LINK', label: 'Usage', url: '/usage' }],
      snoozable: false,
    },
  },
  { priority: 3 },
);
const release = aRelease({ rule: [notice] });
const crossed = (crossedAt: string) => ({ crossings: [{ threshold: { ratio: 0.9 }, crossedAt }] });
const june = { periodStart: '2026-06-01T00:00:00.000Z' };
const snapshot = aSnapshot(
  {},
  { seats: used(9), messages: used(4800, { ...june, ...crossed('2026-06-14T08:00:00.000Z') }) },
);

async function answer(
  ports: TestPorts,
  question: Partial<DecisionQuestion> = {},
): Promise<readonly NotificationView[]> {
  const views = await notificationsForAccount(ports, { ...QUESTION, ...question });
  if ('failure' in views) throw new Error(views.failure);
  return views;
}

it('the log names the notices that competed, and none where only offers were asked for', async () => {
  const ports = testPorts(release, snapshot);
  await answer(ports);
  await decideForAccount(ports, QUESTION);
  const lines = ports.entries.map(({ payload }) => JSON.parse(payload) as { notices?: string[] });
  expect(lines.map(({ notices }) => notices)).toEqual([['messages-near'], undefined]);
});

describe('notifications of an account', () => {
  it('carry an offer with its answers, or a notice with its links, the most important first', async () => {
    expect(await answer(testPorts(release, snapshot))).toMatchObject([
      {
        schemaVersion: 1,
        kind: 'USAGE_LIMIT',
        placement: 'billing-page',
        priority: 3,
        title: '4,800 of 5,000 messages',
        actions: [{ kind: 'LINK', label: 'Usage', url: '/usage' }],
        offer: null,
        treatment: null,
        dismissible: true,
        snoozable: false,
        seenAt: null,
        expiresAt: null,
        data: { metric: 'messages', unit: 'messages', used: 4800, limit: 5000, ratio: 0.96, threshold: 0.9 },
      },
      {
        kind: 'OFFER',
        placement: 'billing-page',
        priority: 1,
        title: 'You use 9 of 10 seats',
        actions: [
          { kind: 'ACCEPT', label: 'See it', url: null },
          { kind: 'DECLINE', label: 'Not now', url: null },
          { kind: 'SNOOZE', label: 'Ask me later', url: null },
        ],
        offer: { offerKey: 'growth-plan' },
        treatment: 'specific',
        expiresAt: '2026-06-16T12:00:00.000Z',
        data: { metric: 'seats', used: 9 },
      },
    ]);
  });

  it('of an unknown account are a failure', async () => {
    expect(await notificationsForAccount(testPorts(release), QUESTION)).toEqual({
      failure: 'ACCOUNT_NOT_FOUND',
    });
  });

  it('keep their ids across page loads, though the recommendation in them is renewed', async () => {
    const ports = testPorts(release, snapshot);
    const before = await answer(ports);
    ports.turnTo(NOW + 2 * DAY);
    const after = await answer(ports);
    expect(after.map(({ id }) => id)).toEqual(before.map(({ id }) => id));
    expect(after[1]?.offer?.id).not.toBe(before[1]?.offer?.id);
  });

  it.each<[string, Partial<DecisionQuestion>, string]>([
    ['another user', { userId: 'kim' }, '2026-06-14T08:00:00.000Z'],
    ['another crossing', {}, '2026-06-15T08:00:00.000Z'],
  ])('have other ids for %s', async (_, question, crossedAt) => {
    const [before] = await answer(testPorts(release, snapshot));
    const messages = used(4800, { ...june, ...crossed(crossedAt) });
    const [after] = await answer(testPorts(release, { ...snapshot, usage: { messages } }), question);
    expect(after?.id).not.toBe(before?.id);
  });

  it('have ids that lead back to what they are about', async () => {
    const ports = testPorts(release, snapshot);
    const claims = (await answer(ports)).map(({ id }) => ports.notificationSigner.verify(id));
    expect(claims).toEqual([
      {
        claims: {
          accountId: 'acme',
          userId: null,
          kind: 'USAGE_LIMIT',
          subject: 'messages-near',
          occasion: '2026-06-14T08:00:00.000Z',
        },
      },
      {
        claims: {
          accountId: 'acme',
          userId: null,
          kind: 'OFFER',
          subject: 'growth-plan',
          occasion: '2026-06',
        },
      },
    ]);
  });

  it('have ids that are no recommendation ids, nor the other way round', async () => {
    const ports = testPorts(release, snapshot);
    const [, made] = await answer(ports);
    expect(ports.signer.verify(made?.id ?? '')).toEqual({ failure: 'forged' });
    expect(ports.notificationSigner.verify(made?.offer?.id ?? '')).toEqual({ failure: 'forged' });
  });

  it.each<[string, Partial<DecisionQuestion>, number]>([
    ['for one place', { context: { ...IN_APP, placement: 'billing-page' } }, 2],
    ['for a place that nothing is made for', { context: { ...IN_APP, placement: 'footer' } }, 0],
    ['no more than asked for', { first: 1 }, 1],
  ])('are narrowed: %s', async (_, question, count) => {
    expect(await answer(testPorts(release, snapshot), question)).toHaveLength(count);
  });

  it('are logged with the offers that found no room', async () => {
    const crowded = aRelease({
      offer: [offer('second', { family: 'second' })],
      rule: [rule('second', ALWAYS, recommend('second', { signal: 'MILESTONE' }))],
    });
    const ports = testPorts(crowded, snapshot);
    await answer(ports);
    expect(JSON.parse(ports.entries[0]?.payload ?? '{}')).toMatchObject({
      offers: [{ offerKey: 'growth-plan' }],
      suppressed: { second: 'PLACEMENT_FULL' },
    });
  });
});
