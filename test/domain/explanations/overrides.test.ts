import fc from 'fast-check';
import type { AccountSnapshot } from '../../../src/domain/accounts/account-snapshot';
import { decide } from '../../../src/domain/decisions/decide';
import { overriddenRelease } from '../../../src/domain/explanations/overridden-release';
import { overriddenSnapshot } from '../../../src/domain/explanations/overridden-snapshot';
import { readOverrides } from '../../../src/domain/explanations/override-facts';
import { aSnapshot, daysAgo, IN_APP, NOW, used } from '../../support/decisions-account';
import { DRAFT, snapshots } from '../../support/decisions-arbitrary';
import { fates, NOTHING_BEFORE } from '../../support/decisions-ask';
import { aRelease } from '../../support/decisions-release';

const release = aRelease();

/** The account as `decide` sees it with these facts otherwise. */
function withFacts(facts: Record<string, unknown>, snapshot: AccountSnapshot = aSnapshot()) {
  const read = readOverrides(release, facts);
  if ('problems' in read) throw new Error(read.problems.join('\n'));
  const changed = overriddenSnapshot(release, snapshot, read.overrides, NOW);
  const compiled = overriddenRelease(release, read.overrides);
  return { snapshot: changed, facts: compiled.buildFacts(changed, IN_APP, NOW), compiled };
}

const factsWith = (facts: Record<string, unknown>, snapshot?: AccountSnapshot) =>
  Object.fromEntries(withFacts(facts, snapshot).facts.values);

const problemsOf = (facts: Record<string, unknown>) => {
  const read = readOverrides(release, facts);
  return 'problems' in read ? read.problems : [];
};

describe('a fact that is read off the account takes with it what follows from it', () => {
  it('usage: the ratio, what remains, and the thresholds it reaches', () => {
    expect(factsWith({ 'usage.seats.used': 10 })).toMatchObject({
      'usage.seats.used': 10,
      'usage.seats.ratio': 1,
      'usage.seats.remaining': 0,
      'usage.seats.threshold': 1,
      'usage.seats.crossedAt': new Date(NOW).toISOString(),
      'usage.seats.sustainedDays': 0,
    });
  });

  it('usage that is lower has reached no more than it would have', () => {
    const crossed = used(9, {
      crossings: [
        { threshold: { ratio: 0.8 }, crossedAt: daysAgo(3) },
        { threshold: { ratio: 0.9 }, crossedAt: daysAgo(1) },
      ],
    });
    const facts = factsWith({ 'usage.seats.used': 8 }, aSnapshot({}, { seats: crossed }));
    expect(facts).toMatchObject({ 'usage.seats.threshold': 0.8, 'usage.seats.crossedAt': daysAgo(3) });
  });

  it('usage that was never reported, or is too old, is as of now', () => {
    expect(factsWith({ 'usage.messages.used': 2500 }, aSnapshot({}, {}))).toMatchObject({
      'usage.messages.ratio': 0.5,
    });
    const old = aSnapshot({}, { seats: used(3, { asOf: daysAgo(60) }) });
    expect(factsWith({ 'usage.seats.used': 9 }, old)).toMatchObject({ 'usage.seats.ratio': 0.9 });
  });

  it('the plan: its limits, its name, its features, and the thresholds that are left', () => {
    const crossed = used(9, { crossings: [{ threshold: { ratio: 0.9 }, crossedAt: daysAgo(1) }] });
    const facts = factsWith({ 'account.plan': 'growth' }, aSnapshot({}, { seats: crossed }));
    expect(facts).toMatchObject({
      'account.planName': 'Growth',
      'usage.seats.limit': 50,
      'usage.seats.ratio': 0.18,
    });
    expect(facts).not.toHaveProperty(['usage.seats.threshold']);
  });

  it('the renewal: the days to it, for an account without a contract as well', () => {
    const renewsAt = new Date(NOW + 10 * 86_400_000).toISOString();
    expect(factsWith({ 'contract.renewsAt': renewsAt }, aSnapshot({ contract: undefined }))).toMatchObject({
      'contract.daysToRenewal': 10,
    });
  });

  it('the status: who is said to pay did not churn', () => {
    const churned = aSnapshot({ status: 'CHURNED', churnedAt: daysAgo(40) });
    expect(factsWith({}, churned)).toHaveProperty(['account.daysSinceChurn'], 40);
    expect(factsWith({ 'account.status': 'PAYING' }, churned)).not.toHaveProperty(['account.daysSinceChurn']);
  });

  it('the country, which eligibility reads off the account', async () => {
    const { snapshot } = withFacts({
      'account.region': 'US-NY',
      'attributes.region-count': 3,
      'health.csat': 1,
    });
    expect(snapshot.account).toMatchObject({
      region: 'US-NY',
      attributes: { 'region-count': 3 },
      health: { csat: 1, sentiment: 0.5 },
    });
  });
});

describe('a fact that is worked out is overridden as a value', () => {
  it('and leaves the others as they are', () => {
    expect(factsWith({ 'usage.seats.ratio': 0.2, 'account.daysPaid': 5 })).toMatchObject({
      'usage.seats.ratio': 0.2,
      'usage.seats.used': 9,
      'account.daysPaid': 5,
    });
  });
});

describe('null makes a fact missing', () => {
  it.each([
    'usage.seats.used',
    'account.plan',
    'health.csat',
    'contract.term',
    'account.status',
    'account.daysPaid',
  ])('%s', (name) => {
    expect(factsWith({ [name]: null })).not.toHaveProperty([name]);
  });

  it('and what follows from it with it', () => {
    expect(factsWith({ 'usage.seats.used': null })).not.toHaveProperty(['usage.seats.ratio']);
  });
});

it('is fresh, however old the health it belongs to', () => {
  const old = aSnapshot({ health: { csat: 2, sentiment: 0.5, asOf: daysAgo(90) } });
  const { facts } = withFacts({ 'health.csat': 5 }, old);
  expect(facts.values.get('health.csat')).toBe(5);
  expect([...facts.stale]).toEqual(['health.sentiment']);
});

describe('what can’t be overridden is refused', () => {
  it.each([
    [{ 'usage.seat.used': 1 }, /no fact `usage\.seat\.used`\. Did you mean `usage\.seats\.used`/],
    [{ 'usage.seats.used': 'nine' }, /takes a value of type number, for instance 0\.5, or null/],
    [{ 'account.addOns': [1] }, /takes a value of type list of type string/],
    [{ 'contract.renewsAt': 'soon' }, /takes a value of type date/],
    [{ 'usage.seats.used': Number.NaN }, /takes a value of type number/],
    [
      { motion: 'UPSELL' },
      /found by the rules of the stage assign-motion; override a fact that they ask for instead: `account\.status`/,
    ],
    [{ upsellReadiness: 5 }, /found by the rules of the stage score/],
    [{ now: '2026-01-01T00:00:00Z' }, /say what it tells with `at`/],
    [{ 'context.intent': 'EXPLICIT_ASK' }, /say it in `context`/],
  ])('%j', (facts, message) => {
    expect(problemsOf(facts)).toEqual([expect.stringMatching(message)]);
  });

  it('each with a sentence of its own', () => {
    expect(problemsOf({ motion: 'UPSELL', nothing: 1, 'account.plan': 3 })).toHaveLength(3);
  });

  it('a value that the fact can’t have, with near ones', () => {
    const bounded = aRelease({
      fact: [
        {
          key: 'account.plan',
          type: 'string',
          source: 'account',
          meaning: 'The plan.',
          allowedKeys: 'plan',
          sample: 'starter',
        },
        {
          key: 'health.csat',
          type: 'number',
          source: 'health',
          meaning: 'The score.',
          minimum: 1,
          maximum: 5,
          sample: 4,
        },
      ],
    });
    expect(readOverrides(bounded, { 'account.plan': 'grwoth', 'health.csat': 7 })).toEqual({
      problems: ['`account.plan` can\'t be "grwoth". Did you mean `growth`?', '`health.csat` is at most 5.'],
    });
  });
});

it('overriding facts with the values they have changes no decision', async () => {
  const drafted = aRelease(DRAFT, ['rule', 'offer']);
  const ask = { context: IN_APP, first: 3, ...NOTHING_BEFORE };
  await fc.assert(
    fc.asyncProperty(snapshots, async (snapshot) => {
      const built = drafted.buildFacts(snapshot, IN_APP, NOW);
      const own = [...built.values].filter(
        ([name]) => !/^(now|context\.(surface|intent|placement|feature)$)/.test(name),
      );
      const read = readOverrides(drafted, Object.fromEntries(own));
      if ('problems' in read) throw new Error(read.problems.join('\n'));
      const changed = overriddenSnapshot(drafted, snapshot, read.overrides, NOW);
      const plainly = await decide(drafted, snapshot, ask, NOW);
      const overridden = await decide(overriddenRelease(drafted, read.overrides), changed, ask, NOW);
      expect(fates(overridden)).toEqual(fates(plainly));
    }),
    { numRuns: 200 },
  );
});
