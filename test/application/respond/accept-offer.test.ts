/** A yes counts while the release in force still sells the offer at the price that was named. */
import { acceptOffer } from '../../../src/application/respond/accept-offer';
import { declineOffer } from '../../../src/application/respond/decline-offer';
import { recordImpressions } from '../../../src/application/respond/record-impressions';
import { aSnapshot, NOW } from '../../support/decisions-account';
import { aRelease, documentsOf, offer, policy, type Draft } from '../../support/decisions-release';
import { decisionOf, KEY, recommended, respondWorld } from '../../support/respond-ports';

const yes = (recommendationId: string, idempotencyKey = 'k1') => ({
  recommendationId,
  comment: null,
  idempotencyKey,
});
const growth = documentsOf({}).plan.get('growth');
if (growth === undefined) throw new Error('The tests know a plan Growth.');
const monthly = (minorUnits: number) => [{ currency: 'USD', interval: 'MONTH' as const, minorUnits }];

it('records a yes, with nothing to follow yet', async () => {
  const world = respondWorld(aRelease(), aSnapshot({ segment: 'enterprise' }));
  expect(await acceptOffer(world, yes(await recommended(world)), KEY)).toEqual({
    kind: 'OfferAccepted',
    offerKey: 'growth-plan',
    closeMode: 'HANDOFF',
    acceptedAt: new Date(NOW).toISOString(),
    order: null,
    task: null,
  });
});

it.each<[string, Draft, string]>([
  [
    'the offer was retired',
    { offer: [offer('growth-plan', { status: 'retired' })] },
    'OfferNoLongerAvailable',
  ],
  ['its plan was retired', { plan: [{ ...growth, status: 'retired' }] }, 'OfferNoLongerAvailable'],
  ['its price changed', { plan: [{ ...growth, prices: monthly(49_901) }] }, 'OfferNoLongerAvailable'],
  [
    'it is priced in another currency',
    { plan: [{ ...growth, prices: [{ currency: 'EUR', interval: 'MONTH', minorUnits: 49_900 }] }] },
    'OfferNoLongerAvailable',
  ],
  [
    'its last day has come',
    { offer: [offer('growth-plan', { validUntil: new Date(NOW).toISOString() })] },
    'OfferNoLongerAvailable',
  ],
  ['only its words changed', { offer: [offer('growth-plan', { name: 'Else' })] }, 'OfferAccepted'],
  ['the price stayed', { plan: [{ ...growth, prices: monthly(49_900) }] }, 'OfferAccepted'],
])('when %s since, the answer is as the release in force has it', async (_, draft, kind) => {
  const before = respondWorld(aRelease(), aSnapshot());
  const id = await recommended(before);
  const world = { ...before, releases: { current: () => aRelease(draft) } };
  expect(await acceptOffer(world, yes(id), KEY)).toMatchObject({ kind });
  const impression = await recordImpressions(world, { recommendationIds: [id], idempotencyKey: 'i' }, KEY);
  const status = kind === 'OfferAccepted' ? 'AlreadyAnswered' : kind;
  expect(impression).toMatchObject({ results: [{ status: 'REJECTED', error: { kind: status } }] });
});

it('an offer that has left the catalogue can be declined all the same', async () => {
  const before = respondWorld(aRelease(), aSnapshot());
  const id = await recommended(before);
  const world = { ...before, releases: { current: () => aRelease({}, ['offer', 'rule']) } };
  expect(await declineOffer(world, { ...yes(id), reason: 'OTHER' }, KEY)).toMatchObject({
    kind: 'OfferDeclined',
  });
});

describe('a yes to what was never shown', () => {
  const capped = policy({
    caps: [{ scope: 'user', limit: 1, period: 'quarter' }],
    explicitAskLifts: ['CAP_USER', 'COOLDOWN', 'OTHER_MOTION'],
  });
  const release = aRelease({ offer: [offer('second', { family: 'else' })], policy: [capped] }, []);

  it('needs the leave that showing it would have needed', async () => {
    const world = respondWorld(release, aSnapshot());
    const first = await recommended(world);
    const claims = world.signer.verify(first);
    if (!('claims' in claims)) throw new Error('A recommendation has claims.');
    const second = world.signer.sign({ ...claims.claims, offerKey: 'second' });
    await recordImpressions(world, { recommendationIds: [first], idempotencyKey: 'i' }, KEY);
    expect(await acceptOffer(world, yes(second), KEY)).toMatchObject({
      kind: 'NotAllowed',
      code: 'CAP_USER',
    });
    const asked = world.signer.sign({ ...claims.claims, offerKey: 'second', signal: 'EXPLICIT_ASK' });
    expect(await acceptOffer(world, yes(asked, 'k2'), KEY)).toMatchObject({ kind: 'OfferAccepted' });
  });

  it('is told apart from a new offer of the same, made after the first was answered', async () => {
    const world = respondWorld(aRelease(), aSnapshot());
    const first = await recommended(world);
    await acceptOffer(world, yes(first), KEY);
    const second = await recommended(world);
    expect(second).not.toBe(first);
    expect(await acceptOffer(world, yes(first, 'k2'), KEY)).toMatchObject({ kind: 'AlreadyAnswered' });
    expect(await acceptOffer(world, yes(second, 'k3'), KEY)).toMatchObject({ kind: 'OfferAccepted' });
    expect((await decisionOf(world)).offers).toHaveLength(1);
  });
});
