/** Rule tests: what a test's account is made of, and what its differences say. */
import { runRuleTest } from '../../../src/domain/decisions/run-rule-test';
import { ruleTestDocumentSchema } from '../../../src/domain/documents/kinds/rule-test-document';
import { aRelease, policy, rule, when, type Input } from '../../support/decisions-release';

type TestInput = Partial<Input<'test'>> & Pick<Input<'test'>, 'expect'>;

const AT = '2026-06-01T02:00:00+02:00';
const STARTER = { plan: 'starter' };

function run(test: TestInput, ...rules: Input<'rule'>[]) {
  const release = aRelease({ rule: rules, policy: [policy({ controlPercent: 100 })] });
  const whole = { key: 'it', description: 'A test.', at: AT, account: STARTER, usage: { seats: 9 }, ...test };
  return runRuleTest(release, ruleTestDocumentSchema.parse(whole));
}

const OFFERED: Input<'test'>['expect'] = { offers: ['growth-plan'] };
const silenced = (fact: string, operator: string, value: unknown): Input<'rule'> =>
  rule('guard', when(fact, operator, value), { type: 'suppress', params: { code: 'SNOOZED' } });

describe('a rule test', () => {
  it('passes when everything is as expected', async () => {
    const expect_: Input<'test'>['expect'] = {
      offers: ['growth-plan'],
      suppressed: {},
      motion: 'UPSELL',
      readiness: 0,
      signal: 'USAGE_LIMIT',
      closeMode: 'SELF_SERVE',
      notices: [],
      tasks: [],
      title: 'You use 9 of 10 seats',
    };
    expect(await run({ expect: expect_ })).toEqual({ key: 'it', passed: true, differences: [] });
  });

  it.each<[string, string[], Input<'test'>['expect']]>([
    [
      'offers that were not made',
      ['Expected the offers x-plan; found growth-plan.', 'x-plan: the catalogue has no such offer.'],
      { offers: ['x-plan'] },
    ],
    ['offers that should not be', ['Expected the offers none; found growth-plan.'], { offers: [] }],
    [
      'a code',
      ['Expected growth-plan to be suppressed with SNOOZED; it was offered.'],
      { suppressed: { 'growth-plan': 'SNOOZED' } },
    ],
    [
      'the motion and why it is so',
      ['Expected the motion to be NONE; it is UPSELL (Rule `upsell` matched.).'],
      { motion: 'NONE' },
    ],
    ['the readiness', ['Expected the readiness to be 40; it is 0.'], { readiness: 40 }],
    [
      'the signal',
      ["Expected the first offer's signal to be MILESTONE; it is USAGE_LIMIT."],
      { signal: 'MILESTONE' },
    ],
    [
      'the close mode',
      ["Expected the first offer's close mode to be HANDOFF; it is SELF_SERVE."],
      { closeMode: 'HANDOFF' },
    ],
    ['notices', ['Expected the notices a, b; found none.'], { notices: ['b', 'a'] }],
    ['tasks', ['Expected the tasks call; found none.'], { tasks: ['call'] }],
    [
      'the title',
      ["Expected the first offer's title to be Hello; it is You use 9 of 10 seats."],
      { title: 'Hello' },
    ],
  ])('says what differs: %s', async (_, differences, expected) => {
    expect(await run({ expect: expected })).toEqual({ key: 'it', passed: false, differences });
  });

  it('says at which stage an expected offer dropped, and why', async () => {
    const { differences } = await run({ expect: OFFERED }, silenced('now', 'isMissing', false));
    expect(differences).toEqual([
      'Expected the offers growth-plan; found none.',
      'growth-plan: it was suppressed with SNOOZED at stage guardrail (Rule `guard`: it matched.).',
    ]);
  });

  it('names what cannot be read of its account or usage', async () => {
    const account = { ...STARTER, status: 'HAPPY' };
    expect((await run({ account, expect: {} })).differences).toEqual([
      expect.stringContaining('account/status: '),
    ]);
    expect((await run({ usage: { wishes: 3 }, expect: {} })).differences).toEqual([
      'usage/wishes: there is no such metric.',
    ]);
  });
});

describe('the account of a rule test', () => {
  it.each<[string, Input<'rule'>, TestInput['account']]>([
    ['has paid for a year', silenced('account.daysPaid', 'lessThan', 365), STARTER],
    ['is healthy', silenced('health.csat', 'lessThan', 4.5), STARTER],
    [
      'keeps the rest of a nested member that it changes',
      silenced('health.csat', 'lessThan', 4.5),
      { ...STARTER, health: { sentiment: 0.1 } },
    ],
    ['pays by the month', silenced('contract.term', 'notEqual', 'MONTHLY'), STARTER],
  ])('%s', async (_, guard, account) => {
    expect(await run({ account, expect: OFFERED }, guard)).toMatchObject({ passed: true });
  });

  it.each<[string, TestInput['account']]>([
    ['a member', { ...STARTER, health: null }],
    ['a nested member', { ...STARTER, health: { csat: null } }],
  ])('loses %s that is null', async (_, account) => {
    const expected = { suppressed: { 'growth-plan': 'FACT_MISSING' as const } };
    expect(await run({ account, expect: expected }, silenced('health.csat', 'lessThan', 3))).toMatchObject({
      passed: true,
    });
  });

  it('has crossed the thresholds that its usage reaches, when the test says so', async () => {
    const crossed = rule(
      'crossed',
      {
        all: [
          { fact: 'usage.seats.threshold', operator: 'greaterThan', value: 0.85 },
          { fact: 'usage.seats.crossedAt', operator: 'before', value: '2026-05-31T00:00:00Z' },
        ],
      },
      { type: 'suppress', params: { code: 'DISMISSED' } },
    );
    const usage = { seats: { used: 9, crossedAt: '2026-05-30T00:00:00Z' } };
    expect(
      await run({ usage, expect: { suppressed: { 'growth-plan': 'DISMISSED' } } }, crossed),
    ).toMatchObject({ passed: true });
  });

  it('knows what account events told, and earlier usage', async () => {
    const rules = [
      silenced('account.featuresUsed', 'doesNotContain', 'sso'),
      rule('r', when('usage.seats.trend', 'greaterThan', 0.4), { type: 'score', params: { points: 9 } }),
    ];
    const activity = {
      featuresUsed: { sso: '2026-05-30T00:00:00Z' },
      lastSupportResolutionAt: '2026-05-30T00:00:00Z',
    };
    const usage = {
      seats: { used: 9, previous: 6, sustainedSince: '2026-05-01T00:00:00Z', asOf: '2026-05-31T00:00:00Z' },
    };
    expect(await run({ activity, usage, expect: { ...OFFERED, readiness: 9 } }, ...rules)).toMatchObject({
      passed: true,
    });
  });

  it('is never in the control cohort, unless the test names its id', async () => {
    expect(await run({ expect: OFFERED })).toMatchObject({ passed: true });
    const named = {
      account: { ...STARTER, id: 'acme' },
      expect: { suppressed: { 'growth-plan': 'HOLDOUT' as const } },
    };
    expect(await run(named)).toMatchObject({ passed: true });
  });

  it('that has left had paid for a year before', async () => {
    const account = { ...STARTER, status: 'CHURNED', churnedAt: '2025-01-01T00:00:00Z' };
    const expected = { suppressed: { 'growth-plan': 'NO_PAID_RELATIONSHIP' as const } };
    expect(await run({ account, expect: expected }, silenced('now', 'isMissing', true))).toMatchObject({
      passed: true,
    });
  });
});
