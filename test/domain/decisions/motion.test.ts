/** One motion at a time: the decision nearest on the customer's calendar; and the readiness it may go by. */
import type { Account } from '../../../src/domain/accounts/account';
import { aSnapshot, daysAgo } from '../../support/decisions-account';
import { ask } from '../../support/decisions-ask';
import { ALWAYS, aRelease, rule, when, type Input } from '../../support/decisions-release';

type MotionParams = Extract<Input<'rule'>['event'], { type: 'assign-motion' }>['params'];

function motion(key: string, params: MotionParams, members: Partial<Input<'rule'>> = {}): Input<'rule'> {
  return rule(key, ALWAYS, { type: 'assign-motion', params }, members);
}

const RENEWAL_DAYS = { daysToDecision: { fact: 'contract.daysToRenewal' } };
const renewal = motion('renewal', { motion: 'RENEWAL', ...RENEWAL_DAYS });
const soon: Partial<Account> = { contract: { term: 'ANNUAL', renewsAt: daysAgo(-20) } };

async function motionOf(rules: Input<'rule'>[], account: Partial<Account> = {}) {
  return (await ask(aRelease({ rule: rules }, ['rule']), aSnapshot(account))).motion;
}

describe('the motion', () => {
  it('is NONE, with a reason, where no rule matches', async () => {
    expect(await motionOf([])).toEqual({
      motion: 'NONE',
      ruleKey: null,
      reason: 'No motion rule matched this account.',
    });
  });

  it.each<[string, string, Input<'rule'>[], Partial<Account>]>([
    [
      'with a date goes before one without',
      'renewal',
      [motion('a', { motion: 'UPSELL' }, { priority: 9 }), renewal],
      soon,
    ],
    [
      'with the nearer date goes first',
      'near',
      [renewal, motion('near', { motion: 'RETENTION', daysToDecision: 14 })],
      soon,
    ],
    [
      'with the farther date goes second',
      'renewal',
      [renewal, motion('far', { motion: 'RETENTION', daysToDecision: 30 })],
      soon,
    ],
    [
      'whose date is not known comes last',
      'far',
      [renewal, motion('far', { motion: 'RETENTION', daysToDecision: 300 })],
      {},
    ],
    [
      'of equal dates goes by priority',
      'b',
      [motion('a', { motion: 'UPSELL' }), motion('b', { motion: 'RETENTION' }, { priority: 2 })],
      {},
    ],
    [
      'of equal priority goes by key',
      'a',
      [motion('b', { motion: 'UPSELL' }), motion('a', { motion: 'RETENTION' })],
      {},
    ],
  ])('%s (%s)', async (_, ruleKey, rules, account) => {
    expect((await motionOf(rules, account)).ruleKey).toBe(ruleKey);
  });

  it('keeps its reason and the days', async () => {
    const described = { ...renewal, description: 'The contract ends.' };
    expect((await motionOf([described], soon)).reason).toBe('The contract ends. (Decision in 20 days.)');
  });

  it('is a fact for the guardrails after it', async () => {
    const guard = rule('g', when('motion', 'equal', 'UPSELL'), {
      type: 'suppress',
      params: { code: 'SNOOZED' },
    });
    const { suppressed } = await ask(aRelease({ rule: [guard] }));
    expect(suppressed).toMatchObject([{ code: 'SNOOZED' }]);
  });
});

describe('readiness', () => {
  const score = (key: string, points: number): Input<'rule'> =>
    rule(key, ALWAYS, { type: 'score', params: { points } });

  it.each<[string, number, number[]]>([
    ['adds up', 35, [15, 20]],
    ['takes away', 5, [20, -15]],
    ['does not go below 0', 0, [-50]],
    ['does not go beyond 100', 100, [80, 70]],
    ['is 0 without rules', 0, []],
  ])('%s', async (_, expected, points) => {
    const rules = points.map((summand, index) => score(`s${index}`, summand));
    const { readiness, facts } = await ask(aRelease({ rule: rules }));
    expect(readiness.score).toBe(expected);
    expect(readiness.points.map((entry) => entry.points)).toEqual(points);
    expect(facts.get('upsellReadiness')).toBe(expected);
  });

  it('is a fact for the motion', async () => {
    const ready = rule('ready', when('upsellReadiness', 'greaterThan', 30), {
      type: 'assign-motion',
      params: { motion: 'UPSELL' },
    });
    expect((await motionOf([ready, score('s', 31)])).motion).toBe('UPSELL');
    expect((await motionOf([ready, score('s', 30)])).motion).toBe('NONE');
  });
});
