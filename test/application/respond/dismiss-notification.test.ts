/** A notification put away does not come back for what it was about. */
import { dismissNotification } from '../../../src/application/respond/dismiss-notification';
import { recordImpressions } from '../../../src/application/respond/record-impressions';
import {
  notificationsForAccount,
  type NotificationPorts,
} from '../../../src/application/decide/notifications-for-account';
import type { NotificationView } from '../../../src/application/decide/notification-view';
import { aSnapshot, daysAgo, NOW, used } from '../../support/decisions-account';
import { subjectsOf } from '../../support/decisions-ports';
import { ALWAYS, aRelease, rule } from '../../support/decisions-release';
import { fateOf, KEY, recommended, respondWorld } from '../../support/respond-ports';
import { daysAhead } from '../../support/response-prompts';

const NOTICE = rule('notice-seats', ALWAYS, {
  type: 'notify',
  params: {
    kind: 'SERVICE',
    title: 'News',
    body: 'Of the service.',
    placements: ['header-banner'],
  },
});
const crossed = (at: string) => ({
  seats: used(9, { crossings: [{ threshold: { ratio: 0.9 }, crossedAt: at }] }),
});
const newWorld = () => respondWorld(aRelease({ rule: [NOTICE] }), aSnapshot({}, crossed(daysAgo(3))));
const put = (notificationId: string, idempotencyKey = 'k1') => ({ notificationId, idempotencyKey });

async function shownTo(
  world: NotificationPorts,
  userId: string | null = 'kim',
): Promise<readonly NotificationView[]> {
  const question = { accountId: 'acme', userId, context: { surface: 'IN_APP' }, first: 9 } as const;
  const shown = await notificationsForAccount(world, question);
  if ('failure' in shown) throw new Error(shown.failure);
  return shown;
}

const kindsOf = async (...question: Parameters<typeof shownTo>) =>
  (await shownTo(...question)).map(({ kind }) => kind);
const idOf = async (world: NotificationPorts, kind: string) =>
  (await shownTo(world)).find((notification) => notification.kind === kind)?.id ?? '';

describe('putting away a notice', () => {
  it('hides it from that user, and from nobody else', async () => {
    const world = newWorld();
    const id = await idOf(world, 'SERVICE');
    expect(await dismissNotification(world, put(id), KEY)).toEqual({
      kind: 'NotificationDismissed',
      notificationId: id,
      dismissedAt: daysAhead(0),
    });
    expect(await kindsOf(world)).toEqual(['OFFER']);
    expect(await kindsOf(world, 'lee')).toEqual(['OFFER', 'SERVICE']);
    expect(await kindsOf(world, null)).toEqual(['OFFER', 'SERVICE']);
    expect(world.responses.entries).toMatchObject([
      { kind: 'DISMISSED', promptId: null, subject: 'notice-seats', ruleKey: 'notice-seats', userId: 'kim' },
    ]);
  });

  it('is told of a second time, and by the same key gets the same answer', async () => {
    const world = newWorld();
    const id = await idOf(world, 'SERVICE');
    const first = await dismissNotification(world, put(id), KEY);
    world.turnTo(NOW + 1);
    expect(await dismissNotification(world, put(id), KEY)).toEqual(first);
    expect(await dismissNotification(world, put(id, 'k2'), KEY)).toMatchObject({
      kind: 'AlreadyAnswered',
      answer: 'DISMISSED',
      answeredAt: daysAhead(0),
    });
    expect(world.responses.entries).toHaveLength(1);
  });

  it('lets it come back on its next occasion', async () => {
    const world = newWorld();
    await dismissNotification(world, put(await idOf(world, 'SERVICE')), KEY);
    world.turnTo(Date.parse('2026-07-01T00:00:00.000Z'));
    expect(await kindsOf(world)).toContain('SERVICE');
  });
});

describe('putting away an offer', () => {
  it('answers its prompt, and holds the offer back from that user', async () => {
    const world = newWorld();
    await recordImpressions(
      world,
      { recommendationIds: [await recommended(world, {}, 'kim')], idempotencyKey: 'i' },
      KEY,
    );
    await dismissNotification(world, put(await idOf(world, 'OFFER')), KEY);
    expect(world.responses.entries.at(-1)).toMatchObject({
      kind: 'DISMISSED',
      promptId: world.responses.entries[0]?.promptId,
      subject: 'growth-plan',
      segment: 'self-serve',
    });
    expect(await fateOf(world, {}, 'kim')).toBe('DISMISSED');
    expect(await fateOf(world, {}, 'lee')).toBe('offered');
  });

  it('holds it back although nobody told that it was shown, until a new crossing', async () => {
    const world = newWorld();
    await dismissNotification(world, put(await idOf(world, 'OFFER')), KEY);
    expect(await fateOf(world, {}, 'kim')).toBe('DISMISSED');
    world.turnTo(NOW + 3_600_000);
    const later = aSnapshot({}, crossed(new Date(NOW + 1).toISOString()));
    const subjects = subjectsOf([later], (id) => world.responses.history(id));
    expect(await fateOf({ ...world, subjects }, {}, 'kim')).toBe('offered');
  });
});

it.each(['', 'x', 'recommendation', 'other account', 'other user'])(
  'an id of nothing we know: %s',
  async (which) => {
    const world = newWorld();
    const notification = await idOf(world, 'SERVICE');
    const id =
      which === 'recommendation'
        ? await recommended(world)
        : which.startsWith('other')
          ? notification
          : which;
    const responder = { callerId: 't', accountId: which === 'other account' ? 'b' : 'acme', userId: 'lee' };
    expect(await dismissNotification(world, put(id), responder)).toEqual({
      kind: 'RecommendationNotFound',
      code: 'RECOMMENDATION_NOT_FOUND',
      message: 'There is no such notification.',
    });
  },
);

it('takes no key that is none', async () => {
  const world = newWorld();
  const result = await dismissNotification(world, put(await idOf(world, 'SERVICE'), ' '), KEY);
  expect(result).toMatchObject({ kind: 'InvalidInput', pointer: '/idempotencyKey' });
});
