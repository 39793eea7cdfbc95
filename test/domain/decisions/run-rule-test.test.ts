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
const seatsFrom = (value: number) => ({ fact: 'usage.seats.used', operator: 'greaterThanInclusive', value });
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
      speaking: ['seat-limit'],
      guarding: [],
      score: 15,
      price: { current: 14_900, proposed: 49_900 },
      words: ['9 of 10'],
      facts: { 'usage.seats.used': 9, 'account.plan': 'starter', 'contract.daysToRenewal': null },
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
    ['notices', ['Expected the notices b, a; found none.'], { notices: ['b', 'a'] }],
    ['tasks', ['Expected the tasks call; found none.'], { tasks: ['call'] }],
    [
      'the title',
      ["Expected the first offer's title to be Hello; it is You use 9 of 10 seats."],
      { title: 'Hello' },
    ],
    ['rules that speak', ['Expected the rules that recommend none; found seat-limit.'], { speaking: [] }],
    ['rules that guard', ['Expected the rules that suppress guard; found none.'], { guarding: ['guard'] }],
    [
      'prices',
      ['Expected the price now to be 1; it is 14900.', 'Expected the price offered to be 2; it is 49900.'],
      { price: { current: 1, proposed: 2 } },
    ],
    [
      'words that nothing says',
      ['Expected the words “Hello”; nothing says them.'],
      { words: ['9 of 10', 'Hello'] },
    ],
    [
      'facts',
      [
        'Expected the usage.seats.used to be 8; it is 9.',
        'Expected the health.csat to be absent; it is 4.5.',
      ],
      { facts: { 'usage.seats.used': 8, 'health.csat': null } },
    ],
    [
      'an audience to which the account does not belong',
      ['Expected the account to belong to the audience nobody.'],
      { audiences: { nobody: true } },
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

  it.each<[string, boolean, readonly string[]]>([
    ['agrees that it belongs', true, []],
    ['says when it should not', false, ['Expected the account not to belong to the audience big.']],
  ])('%s to an audience', async (_, belongs, differences) => {
    const big = { key: 'big', name: 'Big', conditions: { all: [seatsFrom(9)] } };
    const release = aRelease({ audience: [big] });
    const test = { key: 'it', description: 'A test.', at: AT, account: STARTER, usage: { seats: 9 } };
    const parsed = ruleTestDocumentSchema.parse({ ...test, expect: { audiences: { big: belongs } } });
    expect((await runRuleTest(release, parsed)).differences).toEqual(differences);
  });

  it('lists notices by priority', async () => {
    const notice = (key: string, priority: number) => ({
      ...rule(
        key,
        { all: [seatsFrom(1)] },
        { type: 'notify', params: { kind: 'SERVICE', placements: ['here'], title: key, body: key } },
      ),
      priority,
    });
    const rules = [notice('later', 10), notice('sooner', 20)];
    expect(await run({ expect: { notices: ['sooner', 'later'] } }, ...rules)).toMatchObject({ passed: true });
    expect(await run({ expect: { notices: ['later', 'sooner'] } }, ...rules)).toMatchObject({
      passed: false,
    });
  });

  it('counts what was reported as the metric says', async () => {
    const report = (at: string, value: number) => ({ at, value, kind: 'ADD' as const });
    const reports = [
      report('2026-05-31T23:00:00Z', 100),
      report('2026-05-01T00:00:00Z', 200),
      report('2026-04-30T23:59:59Z', 400),
    ];
    const usage = {
      messages: { reports },
      seats: { reports: [{ ...report('2026-05-26T00:00:00Z', 9), kind: 'SET' as const }] },
    };
    const facts = { 'usage.messages.used': 0, 'usage.seats.used': 9, 'usage.seats.threshold': 0.9 };
    expect(await run({ usage, at: '2026-06-01T00:00:00Z', expect: { facts } })).toMatchObject({
      differences: [],
    });
    const may = { 'usage.messages.used': 300, 'usage.seats.sustainedDays': 5 };
    expect(await run({ usage, at: '2026-05-31T23:30:00Z', expect: { facts: may } })).toMatchObject({
      differences: [],
    });
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
