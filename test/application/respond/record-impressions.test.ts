/** Impressions open prompts within the caps; one bad id never loses the others. */
import { declineOffer } from '../../../src/application/respond/decline-offer';
import { recordImpressions } from '../../../src/application/respond/record-impressions';
import type { Responder } from '../../../src/application/respond/response-inputs';
import type { RecordImpressionsResult } from '../../../src/application/respond/response-results';
import { notificationsForAccount } from '../../../src/application/decide/notifications-for-account';
import { aSnapshot, NOW } from '../../support/decisions-account';
import { aRelease, ALWAYS, offer, policy, recommend, rule } from '../../support/decisions-release';
import { decisionOf, KEY, recommended, respondWorld, type RespondWorld } from '../../support/respond-ports';
import { DAY_MS, daysAhead } from '../../support/response-prompts';

const TWO_OFFERS = {
  offer: [offer('second', { family: 'else' })],
  rule: [rule('always', ALWAYS, recommend('second', { metric: undefined }))],
};
const release = aRelease({
  ...TWO_OFFERS,
  policy: [policy({ caps: [{ scope: 'user', limit: 1, period: 'quarter' }] })],
});
const uncapped = aRelease(TWO_OFFERS);
const newWorld = (...others: Parameters<typeof aSnapshot>[0][]) =>
  respondWorld(release, aSnapshot(), ...others.map((account) => aSnapshot(account)));

function shown(
  world: RespondWorld,
  recommendationIds: readonly string[],
  idempotencyKey = 'k1',
  responder: Responder = KEY,
): Promise<RecordImpressionsResult> {
  return recordImpressions(world, { recommendationIds, idempotencyKey }, responder);
}

/** Each status, or the code of the refusal. */
const outcomes = (result: RecordImpressionsResult) =>
  result.kind === 'ImpressionsRecorded'
    ? result.results.map(({ status, error }) => error?.code ?? status)
    : result.code;

/** Of both offers, as two decisions side by side could have made them. */
const idsOf = async (world: RespondWorld, userId: string | null = 'kim') =>
  (await decisionOf({ ...world, releases: { current: () => uncapped } }, {}, userId)).offers.map(
    ({ id }) => id,
  );

it('opens one prompt, and tells of the cap for the next in the same call', async () => {
  const world = newWorld();
  const ids = await idsOf(world);
  expect(outcomes(await shown(world, ids))).toEqual(['RECORDED', 'CAP_USER']);
  expect(world.responses.entries).toMatchObject([
    {
      kind: 'IMPRESSION',
      opensPrompt: true,
      userId: 'kim',
      at: daysAhead(0),
      reason: null,
      silentUntil: null,
      price: { minorUnits: 49_900, currency: 'USD', interval: 'MONTH' },
    },
  ]);
});

it('the next decision holds back what would break the cap, and goes on with the open prompt', async () => {
  const world = newWorld();
  const [first] = await idsOf(world);
  await shown(world, [first ?? '']);
  const { offers, suppressed } = await decisionOf(world, {}, 'kim');
  expect(offers).toHaveLength(1);
  expect(suppressed).toMatchObject([{ code: 'CAP_USER', stage: 'guardrail' }]);
  expect((await decisionOf(world, {}, 'lee')).offers).toHaveLength(1);
});

it('counts a prompt shown again once a minute, in the same prompt', async () => {
  const world = newWorld();
  const [id = ''] = await idsOf(world);
  const seen = [];
  for (const [index, at] of [NOW, NOW + 59_999, NOW + 60_000].entries()) {
    world.turnTo(at);
    seen.push(outcomes(await shown(world, [id, id], `k${index}`)));
  }
  expect(seen).toEqual([
    ['RECORDED', 'REPEATED'],
    ['REPEATED', 'REPEATED'],
    ['RECORDED', 'REPEATED'],
  ]);
  const { entries } = world.responses;
  expect(new Set(entries.map(({ promptId }) => promptId)).size).toBe(1);
  expect(entries.map(({ opensPrompt }) => opensPrompt)).toEqual([true, false]);
});

it('shown three times without an answer, an offer counts as dismissed for that user', async () => {
  const world = newWorld();
  for (const minute of [0, 1, 2, 3]) {
    world.turnTo(NOW + minute * 60_000);
    const made = (await decisionOf(world, {}, 'kim')).offers;
    const fate = made[0] === undefined ? 'none' : outcomes(await shown(world, [made[0].id], `k${minute}`));
    expect(fate).toEqual(minute < 3 ? ['RECORDED'] : 'none');
  }
  expect((await decisionOf(world, {}, 'kim')).suppressed.map(({ code }) => code)).toContain('DISMISSED');
  expect(world.responses.entries.map(({ exhausts }) => exhausts)).toEqual([false, false, true]);
});

it('names each bad id and records the others', async () => {
  const world = newWorld({ id: 'other' });
  const [id = ''] = await idsOf(world);
  const token: Responder = { callerId: 't', accountId: 'acme', userId: null };
  const claims = world.signer.verify(id);
  if (!('claims' in claims)) throw new Error('A recommendation has claims.');
  const elsewhere = world.signer.sign({ ...claims.claims, accountId: 'other' });
  const expired = world.signer.sign({ ...claims.claims, expiresAt: NOW });
  const result = await shown(world, ['x', expired, elsewhere, id], 'k1', token);
  expect(outcomes(result)).toEqual([
    'RECOMMENDATION_NOT_FOUND',
    'OFFER_EXPIRED',
    'RECOMMENDATION_NOT_FOUND',
    'RECORDED',
  ]);
  expect(await shown(world, ['x', expired, elsewhere, id], 'k1', token)).toEqual(result);
  expect(outcomes(await shown(world, [id], 'k1', token))).toBe('IDEMPOTENCY_CONFLICT');
});

it.each([
  ['no id', 0],
  ['51 ids', 51],
])('refuses %s', async (_, count) => {
  const world = newWorld();
  const result = await shown(
    world,
    Array.from({ length: count }, () => 'x'),
  );
  expect(result).toMatchObject({ kind: 'InvalidInput', pointer: '/recommendationIds' });
});

it('takes 50 ids, and of unknown ones keeps nothing', async () => {
  const world = newWorld();
  const result = await shown(
    world,
    Array.from({ length: 50 }, () => 'x'),
  );
  expect(new Set(outcomes(result))).toEqual(new Set(['RECOMMENDATION_NOT_FOUND']));
  expect(world.responses.histories.size).toBe(0);
});

it('refuses ids of two accounts at once', async () => {
  const world = newWorld({ id: 'other' });
  const id = await recommended(world);
  const claims = world.signer.verify(id);
  if (!('claims' in claims)) throw new Error('A recommendation has claims.');
  const elsewhere = world.signer.sign({ ...claims.claims, accountId: 'other' });
  expect(await shown(world, [id, elsewhere])).toMatchObject({
    kind: 'InvalidInput',
    pointer: '/recommendationIds',
  });
  expect(world.responses.entries).toEqual([]);
});

it('is not allowed for a recommendation made before a no of somebody else', async () => {
  const world = newWorld();
  const [id = ''] = await idsOf(world, 'lee');
  const [declined = ''] = await idsOf(world, 'kim');
  const no = { recommendationId: declined, reason: 'OTHER', comment: null, idempotencyKey: 'no' } as const;
  await declineOffer(world, no, KEY);
  expect(outcomes(await shown(world, [id]))).toEqual(['COOLDOWN']);
});

it('a prompt that was not answered in its window gives way to a new one in the next quarter', async () => {
  const world = newWorld();
  const [id = ''] = await idsOf(world);
  await shown(world, [id]);
  const read = world.signer.verify(id);
  if (!('claims' in read)) throw new Error('A recommendation has claims.');
  const lasting = world.signer.sign({ ...read.claims, expiresAt: NOW + 20 * DAY_MS });
  world.turnTo(NOW + 14 * DAY_MS);
  expect(outcomes(await shown(world, [lasting], 'k2'))).toEqual(['CAP_USER']);
  world.turnTo(Date.parse('2026-07-01T00:00:00.000Z'));
  expect(outcomes(await shown(world, [lasting], 'k3'))).toEqual(['RECORDED']);
  expect(new Set(world.responses.entries.map(({ promptId }) => promptId)).size).toBe(2);
});

it('is when a notification with the offer was first seen', async () => {
  const world = newWorld();
  await shown(world, (await idsOf(world)).slice(0, 1));
  world.turnTo(NOW + 120_000);
  const question = { accountId: 'acme', userId: 'kim', context: { surface: 'IN_APP' }, first: 5 } as const;
  const notifications = await notificationsForAccount(world, question);
  expect(notifications).toMatchObject([{ kind: 'OFFER', seenAt: daysAhead(0) }]);
  const ofLee = await notificationsForAccount(world, { ...question, userId: 'lee' });
  expect(ofLee).toMatchObject([{ kind: 'OFFER', seenAt: null }]);
});
