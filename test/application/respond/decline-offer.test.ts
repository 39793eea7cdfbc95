/** A no is kept, silences the offer everywhere at once, and then waits for a new signal. */
import { declineOffer } from '../../../src/application/respond/decline-offer';
import { recordImpressions } from '../../../src/application/respond/record-impressions';
import type { DeclineOfferInput } from '../../../src/application/respond/response-inputs';
import { aSnapshot, daysAgo, NOW, used } from '../../support/decisions-account';
import { subjectsOf } from '../../support/decisions-ports';
import { aRelease, policy } from '../../support/decisions-release';
import { decisionOf, fateOf, KEY, recommended, respondWorld } from '../../support/respond-ports';

const DAY = 86_400_000;
const RELEASE = aRelease({
  policy: [policy({ cooldownDaysByReason: { LEAVING: 180 }, staleAfterDays: {} })],
});

const crossed = (crossedAt: string) => used(9, { crossings: [{ threshold: { ratio: 0.9 }, crossedAt }] });
const account = aSnapshot({}, { seats: crossed(daysAgo(1)) });

function no(recommendationId: string, members: Partial<DeclineOfferInput> = {}): DeclineOfferInput {
  return { recommendationId, reason: 'NOT_NOW', comment: null, idempotencyKey: 'k1', ...members };
}

describe('declining an offer', () => {
  it('silences it in the very next decision, on every surface and for every user', async () => {
    const world = respondWorld(RELEASE, account);
    const id = await recommended(world, { surface: 'VOICE' });
    expect(await declineOffer(world, no(id), KEY)).toEqual({
      kind: 'OfferDeclined',
      offerKey: 'growth-plan',
      silentUntil: new Date(NOW + 30 * DAY).toISOString(),
    });
    expect(await fateOf(world)).toBe('COOLDOWN');
    expect(await fateOf(world, { surface: 'EMAIL' }, 'somebody')).toBe('COOLDOWN');
    const { suppressed } = await decisionOf(world);
    expect(suppressed[0]?.message).toContain('2026-07-15T12:00:00.000Z');
  });

  it('is kept with the place where it was said, though the prompt opened elsewhere', async () => {
    const world = respondWorld(RELEASE, account);
    const portal = await recommended(world, { surface: 'IN_APP' });
    await recordImpressions(world, { recommendationIds: [portal], idempotencyKey: 'k0' }, KEY);
    const call = await recommended(world, { surface: 'VOICE', conversationId: 'call-7' });
    await declineOffer(world, no(call), KEY);
    expect(world.responses.entries).toMatchObject([
      { kind: 'IMPRESSION', surface: 'IN_APP', conversationId: null, opensPrompt: true },
      { kind: 'DECLINED', surface: 'VOICE', conversationId: 'call-7' },
    ]);
    expect(new Set(world.responses.entries.map(({ promptId }) => promptId)).size).toBe(1);
  });

  it('waits for a signal newer than the no once the days are over', async () => {
    const world = respondWorld(RELEASE, account);
    await declineOffer(world, no(await recommended(world)), KEY);
    world.turnTo(NOW + 30 * DAY);
    expect(await fateOf(world)).toBe('COOLDOWN');
    const later = aSnapshot({}, { seats: crossed(new Date(NOW + 29 * DAY).toISOString()) });
    const renewed = {
      ...respondWorld(RELEASE, later),
      subjects: subjectsOf([later], (id) => world.responses.history(id)),
    };
    renewed.turnTo(NOW + 30 * DAY - 1);
    expect(await fateOf(renewed)).toBe('COOLDOWN');
    renewed.turnTo(NOW + 30 * DAY);
    expect(await fateOf(renewed)).toBe('offered');
  });

  it.each([
    ['LEAVING', 180],
    ['TOO_EXPENSIVE', 30],
  ] as const)('silences it by the days of its reason: %s', async (reason, days) => {
    const world = respondWorld(RELEASE, account);
    const result = await declineOffer(world, no(await recommended(world), { reason }), KEY);
    expect(result).toMatchObject({ silentUntil: new Date(NOW + days * DAY).toISOString() });
  });
});
