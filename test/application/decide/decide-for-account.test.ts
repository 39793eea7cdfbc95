/** The answer to `recommendedOffers`: one read, signed ids that hold still, a log line that can be decided again. */
import { decideForAccount, type DecisionView } from '../../../src/application/decide/decide-for-account';
import type { DecisionQuestion } from '../../../src/application/decide/decision-question';
import { recommendationExpiry } from '../../../src/application/decide/recommendation-expiry';
import { aSnapshot, IN_APP, NOW, used } from '../../support/decisions-account';
import { testPorts, type TestPorts } from '../../support/decisions-ports';
import { ALWAYS, aRelease, offer, policy, recommend, rule } from '../../support/decisions-release';

const QUESTION: DecisionQuestion = { accountId: 'acme', userId: 'kim', context: IN_APP, first: 3 };
const MINUTE = 60_000;

async function answer(ports: TestPorts, question: Partial<DecisionQuestion> = {}): Promise<DecisionView> {
  const view = await decideForAccount(ports, { ...QUESTION, ...question });
  if ('failure' in view) throw new Error(view.failure);
  return view;
}

const idOf = (view: DecisionView): string | undefined => view.offers[0]?.id;

describe('a decision for an account', () => {
  it('is answered with one read', async () => {
    const ports = testPorts(aRelease(), aSnapshot());
    expect(await answer(ports)).toMatchObject({
      id: 'd1',
      accountId: 'acme',
      release: 7,
      decidedAt: '2026-06-15T12:00:00.000Z',
      motion: 'UPSELL',
      motionReason: 'Rule `upsell` matched.',
      readiness: 0,
      offers: [{ offerKey: 'growth-plan', rank: 1, expiresAt: '2026-06-16T12:00:00.000Z' }],
      suppressed: [],
    });
    expect(ports.reads).toEqual(['acme']);
  });

  it('of an unknown account is a failure, and is not logged', async () => {
    const ports = testPorts(aRelease(), aSnapshot());
    expect(await decideForAccount(ports, { ...QUESTION, accountId: 'Acme' })).toEqual({
      failure: 'ACCOUNT_NOT_FOUND',
    });
    expect(ports.entries).toEqual([]);
  });

  it('binds to the id what accepting has to check', async () => {
    const ports = testPorts(aRelease(), aSnapshot());
    const view = await answer(ports, { context: { surface: 'UPGRADE_CHAT', conversationId: 'c1' } });
    expect(ports.signer.verify(idOf(view) ?? '')).toEqual({
      claims: {
        accountId: 'acme',
        userId: 'kim',
        offerKey: 'growth-plan',
        release: 7,
        price: { minorUnits: 49_900, currency: 'USD', interval: 'MONTH' },
        treatment: 'specific',
        signal: 'USAGE_LIMIT',
        ruleKey: 'seat-limit',
        closeMode: 'SELF_SERVE',
        conversationId: 'c1',
        crossedAt: null,
        signalAt: null,
        after: null,
        segment: 'self-serve',
        surface: 'UPGRADE_CHAT',
        expiresAt: Date.parse('2026-06-16T12:00:00.000Z'),
      },
    });
  });

  it('gives the same id within the hour and another one after it', async () => {
    const ports = testPorts(aRelease(), aSnapshot());
    const first = idOf(await answer(ports));
    ports.turnTo(NOW + 59 * MINUTE);
    expect(idOf(await answer(ports))).toBe(first);
    ports.turnTo(NOW + 60 * MINUTE);
    expect(idOf(await answer(ports))).not.toBe(first);
  });

  it('gives another user another id', async () => {
    const ports = testPorts(aRelease(), aSnapshot());
    expect(idOf(await answer(ports, { userId: null }))).not.toBe(idOf(await answer(ports)));
  });

  it('makes no more offers than asked for', async () => {
    const release = aRelease({
      offer: [offer('other', { family: 'other' })],
      rule: [rule('other', ALWAYS, recommend('other'))],
    });
    const { offers, suppressed } = await answer(testPorts(release, aSnapshot()), { first: 1 });
    expect([offers.length, suppressed[0]?.code]).toEqual([1, 'OUTRANKED']);
  });
});

describe('the log line of a decision', () => {
  async function payloadOf(release = aRelease(), snapshot = aSnapshot()): Promise<Record<string, unknown>> {
    const ports = testPorts(release, snapshot);
    await answer(ports);
    const [entry] = ports.entries;
    expect(entry).toMatchObject({
      id: 'd1',
      accountId: 'acme',
      userId: 'kim',
      release: 7,
      accountVersion: 1,
      surface: 'IN_APP',
      motion: 'UPSELL',
    });
    return JSON.parse(entry?.payload ?? '{}') as Record<string, unknown>;
  }

  it('keeps the question and the answer in short, and nothing that is empty or follows from the account', async () => {
    expect(await payloadOf()).toEqual({
      context: { surface: 'IN_APP' },
      first: 3,
      segment: 'self-serve',
      offers: [
        expect.objectContaining({
          offerKey: 'growth-plan',
          ruleKey: 'seat-limit',
          treatment: 'specific',
          price: 49_900,
        }),
      ],
    });
  });

  it('leaves out offers without a signal, and keeps the other codes', async () => {
    const quiet = aRelease({ offer: [offer('other', { family: 'other' })] });
    expect(await payloadOf(quiet)).not.toHaveProperty('suppressed');
    const unrelated = testPorts(quiet, aSnapshot());
    await answer(unrelated, { context: { ...IN_APP, intent: 'UNRELATED' } });
    expect(JSON.parse(unrelated.entries[0]?.payload ?? '{}')).toMatchObject({
      suppressed: { 'growth-plan': 'UNRELATED_CONVERSATION', other: 'UNRELATED_CONVERSATION' },
      stages: {},
    });
  });

  it('keeps what would have been offered to a control account', async () => {
    const held = aRelease({ policy: [policy({ controlPercent: 100 })] });
    expect(await payloadOf(held)).toMatchObject({
      offers: [],
      suppressed: { 'growth-plan': 'HOLDOUT' },
      stages: { 'growth-plan': 'guardrail' },
      control: { member: true, wouldHaveOffered: ['growth-plan'] },
    });
  });

  it('names facts that were too old', async () => {
    const old = aSnapshot({}, { seats: used(9, { asOf: '2026-05-01T00:00:00.000Z' }) });
    expect((await payloadOf(aRelease(), old))['stale']).toContain('usage.seats.ratio');
  });
});

describe('the end of a recommendation', () => {
  it.each<[string, number, number, number, string | null]>([
    ['is a day from the last full hour', 90, 1440, 60 + 1440, null],
    ['moves in half of a short time to live', 19, 20, 10 + 20, null],
    ['comes no later than the offer ends', 0, 1440, 600, '1970-01-01T10:00:00Z'],
    ['comes before an offer that ends later', 0, 1440, 1440, '1970-01-03T00:00:00Z'],
  ])('%s', (_, minute, ttl, expected, validUntil) => {
    expect(recommendationExpiry(minute * MINUTE, ttl, validUntil)).toBe(expected * MINUTE);
  });
});
