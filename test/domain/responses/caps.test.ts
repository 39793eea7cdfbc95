/** Caps count prompts by calendar period in UTC; a prompt shown again is the same prompt. */
import { calendarPeriod, type CapPeriod } from '../../../src/domain/responses/calendar-period';
import { capHolds } from '../../../src/domain/responses/caps';
import type { Prompt } from '../../../src/domain/responses/history';
import type { Input } from '../../support/decisions-release';
import { daysAgo } from '../../support/decisions-account';
import { aPast, anAnswer, aPrompt, aShowing, daysAhead } from '../../support/response-prompts';

type Cap = Input<'policy'>['caps'][number];

const PER_USER: Cap = { scope: 'user', limit: 1, period: 'quarter' };
const other = (members: Partial<Prompt> = {}) =>
  aPrompt({ id: 'other', offerKey: 'message-pack', ...members });
const codes = (cap: Cap, prompts: readonly Prompt[], userId: string | null = 'kim') =>
  capHolds(aPast({ prompts }, { caps: [cap] }), aShowing({ userId })).map(({ code }) => code);

describe.each<[CapPeriod, string, string, string]>([
  ['month', '2026-02-28T23:59:59.999Z', '2026-02-01T00:00:00.000Z', '2026-03-01T00:00:00.000Z'],
  ['month', '2028-02-29T00:00:00.000Z', '2028-02-01T00:00:00.000Z', '2028-03-01T00:00:00.000Z'],
  ['quarter', '2026-12-31T23:59:59.999Z', '2026-10-01T00:00:00.000Z', '2027-01-01T00:00:00.000Z'],
  ['quarter', '2026-04-01T00:00:00.000Z', '2026-04-01T00:00:00.000Z', '2026-07-01T00:00:00.000Z'],
  ['year', '2026-01-01T00:00:00.000Z', '2026-01-01T00:00:00.000Z', '2027-01-01T00:00:00.000Z'],
])('the %s of %s', (period, moment, from, to) => {
  it(`goes from ${from} to ${to}`, () => {
    const { start, end } = calendarPeriod(period, Date.parse(moment));
    expect([new Date(start).toISOString(), new Date(end).toISOString()]).toEqual([from, to]);
  });
});

describe('a cap of one prompt per user and quarter', () => {
  it.each<[string, readonly Prompt[], string[]]>([
    ['is full after a prompt of another offer', [other()], ['CAP_USER']],
    [
      'is full from the first moment of the quarter',
      [other({ openedAt: '2026-04-01T00:00:00.000Z' })],
      ['CAP_USER'],
    ],
    ['does not count the last moment before it', [other({ openedAt: '2026-03-31T23:59:59.999Z' })], []],
    ['does not count other users', [other({ userId: 'lee' })], []],
    ['does not count the account as this user', [other({ userId: null })], []],
    ['lets the prompt already open go on', [aPrompt()], []],
    ['lets it go on beside others', [other(), aPrompt()], []],
    ['is full when that prompt was answered', [aPrompt({ answer: anAnswer('ACCEPTED') })], ['CAP_USER']],
    ['is full when that prompt expired', [aPrompt({ expiresAt: daysAgo(0) })], ['CAP_USER']],
    ['does not count an answer to what was never shown', [other({ impressions: 0 })], []],
    ['does not count twice what was put off and came back', [other({ resumes: 'p0' })], []],
  ])('%s', (_, prompts, expected) => {
    expect(codes(PER_USER, prompts)).toEqual(expected);
  });

  it('counts for the account where no user is known', () => {
    expect(codes(PER_USER, [other({ userId: null })], null)).toEqual(['CAP_USER']);
  });

  it('names what was shown and when the next may be', () => {
    const [hold] = capHolds(aPast({ prompts: [other()] }, { caps: [PER_USER] }), aShowing());
    expect(hold?.message).toBe(
      `At most 1 prompts per user and quarter: 1 shown, the last at ${daysAgo(2)}; the next from 2026-07-01T00:00:00.000Z.`,
    );
  });

  it('lets what was put off come back in the same quarter', () => {
    const snoozed = aPrompt({ answer: anAnswer('SNOOZED', { silentUntil: daysAgo(0) }) });
    expect(codes(PER_USER, [snoozed])).toEqual([]);
  });
});

describe('other caps', () => {
  it.each<[string, Cap, readonly Prompt[], string[]]>([
    [
      'an account cap counts all users',
      { scope: 'account', limit: 2, period: 'month' },
      [other({ userId: 'lee' }), other()],
      ['CAP_ACCOUNT'],
    ],
    [
      'an account cap below its limit',
      { scope: 'account', limit: 3, period: 'month' },
      [other({ userId: 'lee' }), other()],
      [],
    ],
    [
      'an offer cap counts the offer for all users',
      { scope: 'offer', limit: 1, period: 'year' },
      [aPrompt({ userId: 'lee' })],
      ['CAP_OFFER'],
    ],
    ['an offer cap counts no other offer', { scope: 'offer', limit: 1, period: 'year' }, [other()], []],
    ['a limit of zero never prompts', { scope: 'user', limit: 0, period: 'year' }, [], ['CAP_USER']],
  ])('%s', (_, cap, prompts, expected) => {
    expect(codes(cap, prompts)).toEqual(expected);
  });
});

it('an ignored prompt that a new signal would renew counts as a new one', () => {
  const ignored = aPrompt({ impressions: 3, expiresAt: daysAhead(12) });
  expect(codes(PER_USER, [ignored])).toEqual(['CAP_USER']);
});
