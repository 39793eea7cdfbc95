/** A not now is kept to its day, and brings its context back then. */
import { snoozeOffer } from '../../../src/application/respond/snooze-offer';
import { recordImpressions } from '../../../src/application/respond/record-impressions';
import { aSnapshot, NOW, used } from '../../support/decisions-account';
import { aRelease, policy } from '../../support/decisions-release';
import { decisionOf, fateOf, KEY, recommended, respondWorld } from '../../support/respond-ports';
import { DAY_MS, daysAhead } from '../../support/response-prompts';

const release = aRelease({
  policy: [policy({ caps: [{ scope: 'user', limit: 1, period: 'quarter' }], staleAfterDays: {} })],
});
const world = () => respondWorld(release, aSnapshot({}, { seats: used(9) }));
const later = (recommendationId: string, until: string) => ({
  recommendationId,
  until,
  comment: 'Ask me in a month.',
  idempotencyKey: 'k1',
});

it('is silent to its day, and then comes back with what it was about, in the same quarter', async () => {
  const here = world();
  const id = await recommended(here, { surface: 'VOICE', conversationId: 'call-1' });
  expect(await snoozeOffer(here, later(id, daysAhead(10)), KEY)).toEqual({
    kind: 'OfferSnoozed',
    offerKey: 'growth-plan',
    until: daysAhead(10),
  });
  here.turnTo(NOW + 10 * DAY_MS - 1);
  expect(await fateOf(here)).toBe('SNOOZED');
  here.turnTo(NOW + 10 * DAY_MS);
  const { offers } = await decisionOf(here);
  expect(offers[0]?.resumes).toMatchObject({
    snoozedAt: daysAhead(0),
    until: daysAhead(10),
    signal: 'USAGE_LIMIT',
    surface: 'VOICE',
    conversationId: 'call-1',
  });
  const impressions = { recommendationIds: [offers[0]?.id ?? ''], idempotencyKey: 'i1' };
  expect(await recordImpressions(here, impressions, KEY)).toMatchObject({
    results: [{ status: 'RECORDED' }],
  });
  here.turnTo(NOW + 11 * DAY_MS);
  expect((await decisionOf(here)).offers[0]?.resumes).toMatchObject({ until: daysAhead(10) });
});

it.each([
  ['now', 0, 'InvalidInput'],
  ['in a millisecond', 1, 'OfferSnoozed'],
  ['in 366 days', 366 * DAY_MS, 'OfferSnoozed'],
  ['a millisecond later', 366 * DAY_MS + 1, 'InvalidInput'],
  ['yesterday', -DAY_MS, 'InvalidInput'],
])('until %s', async (_, ahead, kind) => {
  const here = world();
  const result = await snoozeOffer(
    here,
    later(await recommended(here), new Date(NOW + ahead).toISOString()),
    KEY,
  );
  expect(result).toMatchObject(kind === 'InvalidInput' ? { kind, pointer: '/until' } : { kind });
});

it.each(['tomorrow', '2026-13-01T00:00:00Z', ''])('takes no %j for a day', async (until) => {
  const here = world();
  const result = await snoozeOffer(here, later(await recommended(here), until), KEY);
  expect(result).toMatchObject({ kind: 'InvalidInput', pointer: '/until' });
});

it('reads an offset and answers in UTC', async () => {
  const here = world();
  const result = await snoozeOffer(here, later(await recommended(here), '2026-07-01T02:00:00+02:00'), KEY);
  expect(result).toMatchObject({ until: '2026-07-01T00:00:00.000Z' });
});
