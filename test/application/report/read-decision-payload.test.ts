import { readDecision } from '../../../src/application/report/read-decision-payload';
import { reportedDecision } from '../../support/reported-rows';

const candidatesOf = (payload: object) => readDecision(reportedDecision('d1', payload)).candidates;

describe('a decision read from its log', () => {
  it('tells when, where, of whom and in which conversation it was made', () => {
    const payload = {
      context: { conversationId: 'c1' },
      facts: { 'account.segment': 'low-touch', now: 'x' },
    };
    expect(readDecision(reportedDecision('d1', payload, { surface: 'VOICE' }))).toEqual({
      at: '2026-06-10T12:00:00.000Z',
      surface: 'VOICE',
      segment: 'low-touch',
      conversationId: 'c1',
      candidates: [],
    });
  });

  it('finds the segment beside facts that are told by their place', () => {
    const told = reportedDecision('d1', { segment: 'low-touch', facts: ['x', null, 3] });
    const untold = reportedDecision('d1', { facts: ['x', null, 3] });
    expect([readDecision(told).segment, readDecision(untold).segment]).toEqual(['low-touch', null]);
  });

  it('has the candidates that passed eligibility: made, suppressed by a guardrail, or dropped later', () => {
    const payload = {
      offers: [{ offerKey: 'made' }],
      suppressed: {
        red: 'HEALTH_RED',
        early: 'OFFER_NOT_YET_VALID',
        second: 'OUTRANKED',
        quiet: 'NO_SIGNAL',
      },
      stages: { red: 'guardrail', early: 'eligibility', second: 'ranking' },
    };
    expect(candidatesOf(payload)).toEqual([
      { offer: 'made', blockedBy: null },
      { offer: 'red', blockedBy: 'HEALTH_RED' },
      { offer: 'second', blockedBy: null },
    ]);
  });

  it('has no candidates when the log did not tell the stages', () => {
    const facts = { 'account.segment': 'low-touch' };
    const oldest = { facts, offers: [{ offerKey: 'made' }], suppressed: { red: 'HEALTH_RED' } };
    expect(candidatesOf(oldest)).toEqual([]);
  });

  it.each([
    ['told facts by their place', { facts: [null, 9] }],
    ['tell no facts', {}],
  ])('has those that were made when nothing was dropped, in lines that %s', (_which, members) => {
    expect(candidatesOf({ ...members, offers: [{ offerKey: 'made' }] })).toEqual([
      { offer: 'made', blockedBy: null },
    ]);
  });

  it('counts a guardrail that another version knows', () => {
    const payload = { suppressed: { red: 'FROM_TOMORROW' }, stages: { red: 'guardrail' } };
    expect(candidatesOf(payload)).toEqual([{ offer: 'red', blockedBy: 'FROM_TOMORROW' }]);
  });

  it.each(['', '{', '[]', '{"suppressed":{"x":1}}'])('is a fault when the payload is %j', (payload) => {
    expect(() => readDecision({ ...reportedDecision('d1', {}), payload })).toThrow();
  });
});
