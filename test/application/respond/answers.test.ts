/** What every answer to an offer has in common: whose it is, how long it can be given, and that it is given once. */
import { acceptOffer } from '../../../src/application/respond/accept-offer';
import { declineOffer } from '../../../src/application/respond/decline-offer';
import type { Responder } from '../../../src/application/respond/response-inputs';
import { snoozeOffer } from '../../../src/application/respond/snooze-offer';
import { aSnapshot, NOW } from '../../support/decisions-account';
import { aRelease } from '../../support/decisions-release';
import { KEY, recommended, respondWorld, type RespondWorld } from '../../support/respond-ports';
import { DAY_MS, daysAhead } from '../../support/response-prompts';
import { recordImpressions } from '../../../src/application/respond/record-impressions';

interface Given {
  readonly comment?: string | null;
  readonly idempotencyKey?: string;
}
type Act = (
  world: RespondWorld,
  id: string,
  given?: Given,
  responder?: Responder,
) => Promise<{ kind: string }>;

const input = (recommendationId: string, given: Given = {}) => ({
  recommendationId,
  comment: null,
  idempotencyKey: 'k1',
  ...given,
});
const until = daysAhead(30);
const ACTS: readonly (readonly [string, string, Act])[] = [
  ['accepting', 'OfferAccepted', (world, id, given, who = KEY) => acceptOffer(world, input(id, given), who)],
  [
    'declining',
    'OfferDeclined',
    (world, id, given, who = KEY) => declineOffer(world, { ...input(id, given), reason: 'OTHER' }, who),
  ],
  [
    'putting off',
    'OfferSnoozed',
    (world, id, given, who = KEY) => snoozeOffer(world, { ...input(id, given), until }, who),
  ],
];

const newWorld = () => respondWorld(aRelease(), aSnapshot());
const NOT_FOUND = {
  kind: 'RecommendationNotFound',
  code: 'RECOMMENDATION_NOT_FOUND',
  message: 'There is no such recommendation.',
};

describe.each(ACTS)('%s', (_, done, act) => {
  it('is told of a second time, with what it was and when', async () => {
    const world = newWorld();
    const id = await recommended(world);
    expect(await act(world, id)).toMatchObject({ kind: done });
    world.turnTo(NOW + 1000);
    for (const [name, , other] of ACTS) {
      expect(await other(world, id, { idempotencyKey: `second-${name.replace(' ', '-')}` })).toMatchObject({
        kind: 'AlreadyAnswered',
        code: 'ALREADY_ANSWERED',
        answeredAt: new Date(NOW).toISOString(),
      });
    }
    expect(world.responses.entries.filter(({ kind }) => kind !== 'IMPRESSION')).toHaveLength(1);
  });

  it('with the same key and body gets the same answer, even after everything has expired', async () => {
    const world = newWorld();
    const id = await recommended(world);
    const first = await act(world, id);
    world.turnTo(NOW + 29 * DAY_MS);
    expect(JSON.stringify(await act(world, id))).toBe(JSON.stringify(first));
    expect(world.responses.entries).toHaveLength(2);
  });

  it('with the same key and another body is a conflict, and nothing is recorded', async () => {
    const world = newWorld();
    const id = await recommended(world);
    await act(world, id);
    expect(await act(world, id, { comment: 'else' })).toMatchObject({ kind: 'IdempotencyConflict' });
    expect(world.responses.entries).toHaveLength(2);
  });

  it('with the key of another operation is a conflict', async () => {
    const world = newWorld();
    const id = await recommended(world);
    await recordImpressions(world, { recommendationIds: [id], idempotencyKey: 'k1' }, KEY);
    expect(await act(world, id)).toMatchObject({ kind: 'IdempotencyConflict' });
  });

  it('shares no keys between two callers', async () => {
    const world = newWorld();
    const id = await recommended(world);
    await act(world, id);
    expect(await act(world, id, {}, { ...KEY, callerId: 'key-2' })).toMatchObject({
      kind: 'AlreadyAnswered',
    });
  });

  it.each(['', 'x', 'a.b.c'])('of the id %j is of nothing we know', async (id) => {
    expect(await act(newWorld(), id)).toEqual(NOT_FOUND);
  });

  it('of a forged id, another kind of id and another account’s id gets one answer', async () => {
    const world = newWorld();
    const id = await recommended(world, {}, 'kim');
    const notification = world.notificationSigner.sign({
      accountId: 'acme',
      userId: null,
      kind: 'OFFER',
      subject: 'growth-plan',
      occasion: '2026-06',
    });
    const token = { callerId: 'token', accountId: 'acme', userId: 'kim' };
    expect(await act(world, `${id}x`)).toEqual(NOT_FOUND);
    expect(await act(world, notification)).toEqual(NOT_FOUND);
    expect(await act(world, id, {}, { ...token, accountId: 'acm' })).toEqual(NOT_FOUND);
    expect(await act(world, id, {}, { ...token, userId: 'lee' })).toEqual(NOT_FOUND);
    expect(world.responses.entries).toEqual([]);
    expect(await act(world, id, {}, token)).toMatchObject({ kind: done });
  });

  it.each([
    ['/comment', { comment: 'x'.repeat(2001) }],
    ['/comment', { comment: '👍'.repeat(2001) }],
    ['/idempotencyKey', { idempotencyKey: '' }],
    ['/idempotencyKey', { idempotencyKey: 'k'.repeat(201) }],
    ['/idempotencyKey', { idempotencyKey: 'with blank' }],
    ['/idempotencyKey', { idempotencyKey: 'ключ' }],
  ])('is refused for what is wrong at %s', async (pointer, given) => {
    const world = newWorld();
    expect(await act(world, await recommended(world), given)).toMatchObject({
      kind: 'InvalidInput',
      pointer,
    });
  });

  it.each([
    { comment: 'x'.repeat(2000) },
    { comment: '👍'.repeat(2000) },
    { idempotencyKey: 'k'.repeat(200) },
  ])('takes comments and keys up to their length', async (given) => {
    const world = newWorld();
    expect(await act(world, await recommended(world), given)).toMatchObject({ kind: done });
  });

  it('of an offer that was not reported shown opens its prompt', async () => {
    const world = newWorld();
    await act(world, await recommended(world), { comment: 'My words.' });
    const [shown, answer] = world.responses.entries;
    expect(shown).toMatchObject({ kind: 'IMPRESSION', opensPrompt: true, comment: null });
    expect(answer).toMatchObject({
      promptId: shown?.promptId,
      comment: 'My words.',
      opensPrompt: false,
      accountId: 'acme',
      subject: 'growth-plan',
      ruleKey: 'seat-limit',
      signal: 'USAGE_LIMIT',
      treatment: 'specific',
      release: 7,
      surface: 'IN_APP',
      segment: 'self-serve',
      businessKey: `${shown?.promptId}:answer`,
    });
  });

  it('expires with its recommendation when no prompt is open', async () => {
    const world = newWorld();
    const id = await recommended(world);
    world.turnTo(NOW + DAY_MS);
    expect(await act(world, id)).toMatchObject({ kind: 'OfferExpired', expiredAt: daysAhead(1) });
    world.turnTo(NOW + DAY_MS - 1);
    expect(await act(world, id, { idempotencyKey: 'k2' })).toMatchObject({ kind: done });
  });

  it('of an open prompt outlives its recommendation, unless it is a yes', async () => {
    const world = newWorld();
    const id = await recommended(world);
    await recordImpressions(world, { recommendationIds: [id], idempotencyKey: 'shown' }, KEY);
    world.turnTo(NOW + 3 * DAY_MS);
    const kind = done === 'OfferAccepted' ? 'OfferExpired' : done;
    expect(await act(world, id)).toMatchObject({ kind });
  });
});
