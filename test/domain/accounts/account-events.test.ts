/** What account events change, and what they leave alone. */
import fc from 'fast-check';
import type { Account } from '../../../src/domain/accounts/account';
import { applyAccountEvent, type AccountState } from '../../../src/domain/accounts/apply-account-event';
import type { ReadAccountEvent } from '../../../src/domain/accounts/account-event-schema';
import { readAccountEvent } from '../../../src/domain/accounts/read-account-event';
import { smallCatalogue } from '../../support/small-catalogue';

const NOW = Date.parse('2026-06-15T12:00:00Z');
const onDay = (day: string) => `2026-${day}T00:00:00.000Z`;

const read = (type: string, data?: object, day = '06-01') =>
  readAccountEvent(
    { id: `${type}-${day}`, accountId: 'acme', type, at: onDay(day), data },
    smallCatalogue,
    NOW,
  );

function event(type: string, day: string, data?: object): ReadAccountEvent {
  const reading = read(type, data, day);
  if ('problems' in reading) throw new Error(reading.problems.map(({ message }) => message).join(' '));
  return reading.value;
}

const account: Account = { id: 'acme', name: 'Acme', status: 'PAYING', plan: 'starter' };

const after = (more: Partial<Account>, ...events: readonly ReadAccountEvent[]) =>
  events.reduce<AccountState>(applyAccountEvent, { account: { ...account, ...more }, activity: {} });

describe('an account event', () => {
  it.each<[string, Partial<Account>, ReadAccountEvent, object]>([
    [
      'PLAN_CHANGED moves to the plan',
      {},
      event('PLAN_CHANGED', '06-01', { plan: 'growth' }),
      { account: { plan: 'growth', planSince: onDay('06-01') } },
    ],
    [
      'PLAN_CHANGED from before the present plan is late',
      { planSince: onDay('06-02') },
      event('PLAN_CHANGED', '06-01', { plan: 'growth' }),
      { account: { plan: 'starter' } },
    ],
    [
      'RENEWED moves the renewal ahead',
      { contract: { term: 'ANNUAL', renewsAt: onDay('06-01') } },
      event('RENEWED', '05-30', { renewsAt: '2027-06-01T00:00:00Z' }),
      { account: { contract: { term: 'ANNUAL', renewsAt: '2027-06-01T00:00:00.000Z' } } },
    ],
    [
      'RENEWED never moves it back',
      { contract: { term: 'ANNUAL', renewsAt: onDay('12-01') } },
      event('RENEWED', '05-30', { renewsAt: onDay('11-01') }),
      { account: { contract: { renewsAt: onDay('12-01') } } },
    ],
    [
      'RENEWED brings a contract when it names the term',
      {},
      event('RENEWED', '05-30', { renewsAt: onDay('07-01'), term: 'MONTHLY' }),
      { account: { contract: { term: 'MONTHLY', renewsAt: onDay('07-01') } } },
    ],
    [
      'CHURNED ends the relationship',
      { paidSince: onDay('01-01') },
      event('CHURNED', '06-01'),
      { account: { status: 'CHURNED', churnedAt: onDay('06-01') } },
    ],
    [
      'CHURNED from before it paid again is late',
      { paidSince: onDay('06-02') },
      event('CHURNED', '06-01'),
      { account: { status: 'PAYING' } },
    ],
    [
      'REACTIVATED starts tenure anew',
      { status: 'CHURNED', paidSince: onDay('01-01'), churnedAt: onDay('05-01') },
      event('REACTIVATED', '06-01'),
      { account: { status: 'PAYING', paidSince: onDay('06-01'), planSince: onDay('06-01') } },
    ],
    [
      'REACTIVATED from before it churned is late',
      { status: 'CHURNED', churnedAt: onDay('06-02') },
      event('REACTIVATED', '06-01'),
      { account: { status: 'CHURNED', churnedAt: onDay('06-02') } },
    ],
    [
      'REACTIVATED leaves a paying account as it is',
      { paidSince: onDay('01-01') },
      event('REACTIVATED', '06-01'),
      { account: { paidSince: onDay('01-01') } },
    ],
    [
      'CSAT is the score, as of then where no other health is known',
      {},
      event('CSAT', '06-01', { score: 4.5 }),
      { account: { health: { csat: 4.5, asOf: onDay('06-01') } } },
    ],
    [
      'CSAT does not make the rest of health fresh',
      { health: { billingIssue: false, asOf: onDay('01-01') } },
      event('CSAT', '06-01', { score: 2 }),
      { account: { health: { csat: 2, billingIssue: false, asOf: onDay('01-01') } } },
    ],
    [
      'CSAT older than the score that was stated is late',
      { health: { csat: 5, asOf: onDay('06-02') } },
      event('CSAT', '06-01', { score: 2 }),
      { account: { health: { csat: 5 } } },
    ],
    [
      'CONVERSATION_CLOSED as resolved is remembered',
      {},
      event('CONVERSATION_CLOSED', '06-01', { resolved: true }),
      { activity: { lastSupportResolutionAt: onDay('06-01') } },
    ],
    [
      'FEATURE_USED is remembered',
      {},
      event('FEATURE_USED', '06-01', { feature: 'sso' }),
      { activity: { featuresUsed: { sso: onDay('06-01') } } },
    ],
  ])('%s', (_title, more, happened, expected) => {
    expect(after(more, happened)).toMatchObject(expected);
  });

  it('REACTIVATED forgets when it churned', () => {
    const state = after({ status: 'CHURNED', churnedAt: onDay('05-01') }, event('REACTIVATED', '06-01'));
    expect(state.account).not.toHaveProperty('churnedAt');
  });

  it('CONVERSATION_CLOSED unresolved tells nothing', () => {
    expect(after({}, event('CONVERSATION_CLOSED', '06-01', { resolved: false })).activity).toEqual({});
  });

  it('remembers the 500 features used last', () => {
    const uses = Array.from({ length: 501 }, (_, index) => ({
      ...event('FEATURE_USED', '06-01', { feature: `f${index}` }),
      at: new Date(NOW + index).toISOString(),
    }));
    const used = Object.keys(after({}, ...uses).activity.featuresUsed ?? {});
    expect([used.length, used.includes('f0'), used.includes('f500')]).toEqual([500, false, true]);
  });

  it('gives the same account in whatever order events of different days arrive', () => {
    const day = fc.integer({ min: 1, max: 14 }).map((n) => `06-${String(n).padStart(2, '0')}`);
    const draft = fc.oneof(
      fc.record({
        type: fc.constant('PLAN_CHANGED'),
        data: fc.record({ plan: fc.constantFrom('starter', 'growth') }),
      }),
      fc.record({ type: fc.constant('CSAT'), data: fc.record({ score: fc.integer({ min: 1, max: 5 }) }) }),
      fc.record({ type: fc.constant('CONVERSATION_CLOSED'), data: fc.record({ resolved: fc.boolean() }) }),
      fc.record({
        type: fc.constant('FEATURE_USED'),
        data: fc.record({ feature: fc.constantFrom('sso', 'api') }),
      }),
    );
    const happened = fc.uniqueArray(fc.tuple(draft, day), { selector: ([, on]) => on });
    fc.assert(
      fc.property(happened, fc.infiniteStream(fc.nat()), (drafts, noise) => {
        const events = drafts.map(([{ type, data }, on]) => event(type, on, data));
        const ordered = events.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at));
        const shuffled = events
          .map((each) => ({ each, key: noise.next().value ?? 0 }))
          .toSorted((a, b) => a.key - b.key)
          .map(({ each }) => each);
        const asOf = { health: { billingIssue: false } };
        expect(after(asOf, ...shuffled)).toEqual(after(asOf, ...ordered));
      }),
    );
  });

  it.each<[string, string, string, object | undefined]>([
    ['PLAN_CHANGED', '/data', 'missing', undefined],
    ['PLAN_CHANGED', '/data/plan', 'missing', {}],
    ['PLAN_CHANGED', '/data/plan', 'no plan `grwth`', { plan: 'grwth' }],
    ['RENEWED', '/data/renewsAt', 'RFC 3339', { renewsAt: 'soon' }],
    ['RENEWED', '/data/renewsAt', 'after this one', { renewsAt: '2026-05-01T00:00:00Z' }],
    ['CHURNED', '/data/why', 'no member `why`', { why: 1 }],
    ['CSAT', '/data/score', 'at most 5', { score: 6 }],
    ['CONVERSATION_CLOSED', '/data/resolved', 'true or false', { resolved: 'yes' }],
    ['FEATURE_USED', '/data/feature', 'kebab-case', { feature: 'SSO!' }],
    ['FEATURE_USED', '/data/feature', 'another name', { feature: 'constructor' }],
    ['CHURND', '/type', 'CHURND', undefined],
  ])('%s is refused at %s: %s', (type, pointer, words, data) => {
    const reading = read(type, data);
    const problems = 'problems' in reading ? reading.problems : [];
    expect(problems.map((problem) => problem.pointer)).toEqual([pointer]);
    expect(problems[0]?.message).toContain(words);
  });

  it('is refused when it lies more than a day ahead', () => {
    expect(read('CHURNED', undefined, '06-17')).toMatchObject({ problems: [{ pointer: '/at' }] });
  });
});
