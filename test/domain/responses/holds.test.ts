/** What was shown and answered before speaks against showing an offer, each rule by itself and all in order. */
import { NO_HANDOFFS, type HandoffLoad } from '../../../src/domain/responses/handoff-load';
import { firstHold, holdsOn } from '../../../src/domain/responses/holds';
import type { Answer, Prompt } from '../../../src/domain/responses/history';
import type { ShownOffer } from '../../../src/domain/responses/show-offer';
import { daysAgo, NOW } from '../../support/decisions-account';
import { aPast, anAnswer, aPrompt, aShowing, daysAhead } from '../../support/response-prompts';

const codes = (prompts: readonly Prompt[], showing: Partial<ShownOffer> = {}) =>
  holdsOn(aPast({ prompts }), aShowing(showing)).map(({ code }) => code);

const answered = (answer: Answer, members: Partial<Prompt> = {}) => aPrompt({ answer, ...members });
const declined = (members: Partial<Answer> = {}) =>
  anAnswer('DECLINED', { reason: 'NOT_NOW', silentUntil: daysAhead(29), ...members });

describe('a no', () => {
  it.each<[string, Partial<ShownOffer>, string[]]>([
    ['silences the offer for the one who gave it', {}, ['COOLDOWN']],
    ['silences it for others of the account', { userId: 'lee' }, ['COOLDOWN']],
    ['silences it where no user is known', { userId: null }, ['COOLDOWN']],
    ['silences it by voice as in the app', { surface: 'VOICE' }, ['COOLDOWN']],
    ['leaves other offers alone', { offerKey: 'message-pack' }, []],
  ])('%s', (_, showing, expected) => {
    expect(codes([answered(declined())], showing)).toEqual(expected);
  });

  it.each([
    ['one millisecond before its end', NOW + 1, ['COOLDOWN']],
    ['not at its end', NOW, []],
  ])('holds %s', (_, end, expected) => {
    const silentUntil = new Date(end).toISOString();
    expect(codes([answered(declined({ silentUntil }))])).toEqual(expected);
  });

  it.each([
    ['as old as the no', daysAgo(1), ['COOLDOWN']],
    ['older', daysAgo(3), ['COOLDOWN']],
    ['that nothing tells the time of', null, ['COOLDOWN']],
    ['newer by a millisecond', new Date(Date.parse(daysAgo(1)) + 1).toISOString(), []],
  ])('then waits while the signal is one %s', (_, signalAt, expected) => {
    expect(codes([answered(declined({ silentUntil: daysAgo(0.5) }))], { signalAt })).toEqual(expected);
  });

  it('waits for the longest silence of several, and for a signal newer than the last', () => {
    const first = answered(declined({ at: daysAgo(100), silentUntil: daysAhead(80) }), { id: 'a' });
    const last = answered(declined({ silentUntil: daysAgo(0.5) }), { id: 'b', userId: 'lee' });
    const [hold] = holdsOn(aPast({ prompts: [first, last] }), aShowing());
    expect(hold?.message).toContain(daysAhead(80));
    const over = { ...first, answer: declined({ at: daysAgo(100), silentUntil: daysAgo(70) }) };
    expect(codes([over, last], { signalAt: daysAgo(50) })).toEqual(['COOLDOWN']);
    expect(codes([over, last], { signalAt: daysAgo(0.2) })).toEqual([]);
  });
});

describe('a refusal in a conversation', () => {
  const refusals = [{ conversationId: 'c1', at: daysAgo(400) }];

  it.each<[string, string | null, string[]]>([
    ['ends every offer in it', 'c1', ['REFUSED_IN_CONVERSATION']],
    ['ends none in another', 'c2', []],
    ['ends none outside of conversations', null, []],
  ])('%s', (_, conversationId, expected) => {
    const holds = holdsOn(aPast({ refusals }), aShowing({ conversationId, offerKey: 'any' }));
    expect(holds.map(({ code }) => code)).toEqual(expected);
  });
});

describe('an offer put off', () => {
  const snoozed = (end: number) =>
    answered(anAnswer('SNOOZED', { silentUntil: new Date(end).toISOString() }));

  it.each<[string, number, Partial<ShownOffer>, string[]]>([
    ['is silent to the last millisecond', NOW + 1, {}, ['SNOOZED']],
    ['is silent for others of the account', NOW + 1, { userId: 'lee' }, ['SNOOZED']],
    ['is back on time, without a new signal', NOW, { signalAt: null }, []],
    ['leaves other offers alone', NOW + 1, { offerKey: 'message-pack' }, []],
  ])('%s', (_, end, showing, expected) => {
    expect(codes([snoozed(end)], showing)).toEqual(expected);
  });
});

describe('the capacity for handoffs', () => {
  const handedOff = (count: number, members: Partial<Prompt> = {}) =>
    Array.from({ length: count }, (_, index) =>
      aPrompt({
        id: `h${index}`,
        offerKey: 'other',
        closeMode: 'HANDOFF',
        answer: anAnswer('ACCEPTED'),
        ...members,
      }),
    );

  it.each<[string, number, Partial<Prompt>, Partial<ShownOffer>, string[]]>([
    ['is full at the policy’s number', 30, {}, {}, ['OWNER_CAPACITY']],
    ['has room one below it', 29, {}, {}, []],
    ['is not asked when the buyer closes alone', 30, {}, { closeMode: 'SELF_SERVE' }, []],
    ['does not count what buyers closed alone', 30, { closeMode: 'SELF_SERVE' }, {}, []],
    ['does not count last month', 30, { answer: anAnswer('ACCEPTED', { at: daysAgo(15) }) }, {}, []],
    ['does not count a no', 30, { answer: anAnswer('DISMISSED') }, {}, []],
    ['of an offer is its own', 2, { offerKey: 'growth-plan' }, { capacityPerMonth: 2 }, ['OWNER_CAPACITY']],
    ['of an offer counts no other offer', 2, {}, { capacityPerMonth: 2 }, []],
  ])('%s', (_, count, members, showing, expected) => {
    const prompts = handedOff(count, members);
    expect(codes(prompts, { userId: 'lee', closeMode: 'HANDOFF', ...showing })).toEqual(expected);
  });

  it.each<[string, Partial<HandoffLoad>, Partial<ShownOffer>, string[]]>([
    ['is full by what other accounts of the owner accepted', { ofOwner: 30 }, {}, ['OWNER_CAPACITY']],
    ['has room one below that', { ofOwner: 29 }, {}, []],
    ['is not asked of others when the buyer closes alone', { ofOwner: 30 }, { closeMode: 'SELF_SERVE' }, []],
    [
      'of an offer counts it for all accounts',
      { ofOffer: new Map([['growth-plan', 2]]) },
      { capacityPerMonth: 2 },
      ['OWNER_CAPACITY'],
    ],
    [
      'of an offer counts no other offer for them',
      { ofOffer: new Map([['message-pack', 2]]) },
      { capacityPerMonth: 2 },
      [],
    ],
    ['of an offer without a number is the owner’s', { ofOffer: new Map([['growth-plan', 99]]) }, {}, []],
  ])('%s', (_, load, showing, expected) => {
    const past = { ...aPast({ prompts: handedOff(1) }), handoffs: { ...NO_HANDOFFS, ...load } };
    const holds = holdsOn(past, aShowing({ userId: 'lee', closeMode: 'HANDOFF', ...showing }));
    expect(holds.map(({ code }) => code)).toEqual(expected);
  });
});

describe('several objections', () => {
  const everything = aPast(
    {
      prompts: [
        answered(declined(), { id: 'a', conversationId: 'c1' }),
        answered(anAnswer('SNOOZED', { silentUntil: daysAhead(5) }), { id: 'b' }),
        answered(anAnswer('DISMISSED', { at: daysAhead(0) }), { id: 'c' }),
        answered(anAnswer('ACCEPTED'), { id: 'd', closeMode: 'HANDOFF', userId: 'lee' }),
      ],
      refusals: [{ conversationId: 'c1', at: daysAgo(1) }],
    },
    {
      ownerCapacityPerMonth: 1,
      caps: [
        { scope: 'account', limit: 1, period: 'year' },
        { scope: 'user', limit: 1, period: 'quarter' },
        { scope: 'offer', limit: 1, period: 'month' },
      ],
      explicitAskLifts: [
        'REFUSED_IN_CONVERSATION',
        'SNOOZED',
        'COOLDOWN',
        'DISMISSED',
        'CAP_OFFER',
        'CAP_USER',
      ],
      explicitAskHandsOff: ['CAP_ACCOUNT'],
    },
  );
  const shown = aShowing({ conversationId: 'c1', closeMode: 'HANDOFF', signalAt: null });

  it('come in a fixed order: the buyer’s word, then our counts', () => {
    expect(holdsOn(everything, shown).map(({ code }) => code)).toEqual([
      'REFUSED_IN_CONVERSATION',
      'SNOOZED',
      'COOLDOWN',
      'DISMISSED',
      'CAP_OFFER',
      'CAP_USER',
      'CAP_ACCOUNT',
      'OWNER_CAPACITY',
    ]);
  });

  it('each name a date, and none an id', () => {
    for (const { message } of holdsOn(everything, shown)) {
      expect(message).toMatch(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z/);
      expect(message).not.toMatch(/kim|c1/);
    }
  });

  it('give way to an ask where the policy lifts them or hands them to a human', () => {
    expect(firstHold(everything, shown)?.code).toBe('REFUSED_IN_CONVERSATION');
    expect(firstHold(everything, { ...shown, signal: 'EXPLICIT_ASK' })?.code).toBe('OWNER_CAPACITY');
    expect(firstHold(everything, { ...shown, signal: 'GATED_FEATURE' })?.code).toBe(
      'REFUSED_IN_CONVERSATION',
    );
  });
});

it('nothing speaks against an offer that was never shown', () => {
  expect(codes([])).toEqual([]);
});
