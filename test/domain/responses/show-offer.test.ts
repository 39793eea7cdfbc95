/** Showing and answering move the history: a prompt opens, goes on, is answered once, or was not allowed. */
import { answeredSince, answerOffer } from '../../../src/domain/responses/answer-offer';
import { acceptanceHold } from '../../../src/domain/responses/holds';
import { showOffer } from '../../../src/domain/responses/show-offer';
import { daysAgo, NOW } from '../../support/decisions-account';
import { aPast, anAnswer, aPrompt, aShowing, daysAhead } from '../../support/response-prompts';

const now = new Date(NOW).toISOString();
const LIMITED = { caps: [{ scope: 'user' as const, limit: 1, period: 'quarter' as const }] };

describe('showing an offer', () => {
  it('opens a prompt that lives for the response window', () => {
    const outcome = showOffer(aPast({}), aShowing({ segment: 'smb' }), 'new');
    const prompt = aPrompt({
      id: 'new',
      segment: 'smb',
      openedAt: now,
      lastShownAt: now,
      expiresAt: daysAhead(14),
    });
    expect(outcome).toEqual({
      kind: 'opened',
      prompt,
      history: { prompts: [prompt], refusals: [], notifications: [] },
    });
  });

  it('goes on with the open prompt, and counts once a minute', () => {
    const open = aPrompt();
    const again = showOffer(aPast({ prompts: [open] }), aShowing(), 'unused');
    expect(again).toMatchObject({ kind: 'continued', prompt: { ...open, impressions: 2, lastShownAt: now } });
    const history = 'history' in again ? again.history : {};
    expect(showOffer(aPast(history, {}, NOW + 59_999), aShowing(), 'unused')).toMatchObject({
      kind: 'repeated',
      history,
    });
  });

  it.each([
    ['has expired', aPrompt({ expiresAt: now })],
    ['was answered', aPrompt({ answer: anAnswer('ACCEPTED') })],
    ['is another user’s', aPrompt({ userId: null })],
    ['was ignored and a new signal came', aPrompt({ impressions: 3 })],
  ])('opens another when the one before %s', (_, prompt) => {
    const outcome = showOffer(aPast({ prompts: [prompt] }), aShowing(), 'new');
    expect(outcome).toMatchObject({
      kind: 'opened',
      history: { prompts: [prompt, { id: 'new', impressions: 1 }] },
    });
  });

  it('marks the prompt that brings back what was put off', () => {
    const snoozed = aPrompt({ answer: anAnswer('SNOOZED', { silentUntil: now }) });
    const outcome = showOffer(aPast({ prompts: [snoozed] }, LIMITED), aShowing(), 'new');
    expect(outcome).toMatchObject({ kind: 'opened', prompt: { id: 'new', resumes: 'p1' } });
  });

  it('is not allowed against an objection', () => {
    const prompts = [aPrompt({ offerKey: 'message-pack' })];
    expect(showOffer(aPast({ prompts }, LIMITED), aShowing(), 'new')).toMatchObject({
      kind: 'held',
      hold: { code: 'CAP_USER' },
    });
  });
});

describe('answering an offer', () => {
  const declined = anAnswer('DECLINED', { at: now, silentUntil: daysAhead(30) });

  it('answers the open prompt, ignored or not', () => {
    const open = aPrompt({ impressions: 9 });
    expect(answerOffer(aPast({ prompts: [open] }), aShowing(), declined, 'unused')).toEqual({
      history: { prompts: [{ ...open, answer: declined }], refusals: [], notifications: [] },
      prompt: { ...open, answer: declined },
      opened: false,
    });
  });

  it('opens the prompt when nobody told that the offer was shown', () => {
    expect(answerOffer(aPast({}), aShowing(), declined, 'new')).toMatchObject({
      opened: true,
      prompt: { id: 'new', impressions: 1, openedAt: now },
    });
  });

  it('is kept without an impression where showing was not allowed', () => {
    const prompts = [aPrompt({ offerKey: 'message-pack' })];
    expect(answerOffer(aPast({ prompts }, LIMITED), aShowing(), declined, 'new')).toMatchObject({
      opened: true,
      prompt: { impressions: 0 },
    });
  });

  it('with a no ends the offers of its conversation, once', () => {
    const inTalk = aShowing({ conversationId: 'c1' });
    const refusals = [{ conversationId: 'c1', at: daysAgo(1) }];
    expect(answerOffer(aPast({}), inTalk, declined, 'new').history.refusals).toEqual([
      { conversationId: 'c1', at: now },
    ]);
    expect(answerOffer(aPast({ refusals }), inTalk, declined, 'new').history.refusals).toEqual(refusals);
    expect(answerOffer(aPast({}), inTalk, anAnswer('ACCEPTED'), 'new').history.refusals).toEqual([]);
    expect(answerOffer(aPast({}), aShowing(), declined, 'new').history.refusals).toEqual([]);
  });

  it('is known to recommendations made before it and to none made after', () => {
    const { history } = aPast({
      prompts: [
        aPrompt({ id: 'a', answer: declined }),
        aPrompt({ id: 'b', answer: declined }),
        aPrompt({ id: 'c' }),
      ],
    });
    expect(answeredSince(history, aShowing(), null)?.id).toBe('b');
    expect(answeredSince(history, aShowing(), 'a')?.id).toBe('b');
    expect(answeredSince(history, aShowing(), 'b')).toBeUndefined();
    expect(answeredSince(history, aShowing({ userId: null }), null)).toBeUndefined();
  });
});

describe('a yes', () => {
  const full = aPast({ prompts: [aPrompt()] }, { ...LIMITED, ownerCapacityPerMonth: 0 });

  it.each([
    ['to an open prompt is taken whatever was said since', aShowing(), undefined],
    [
      'to an open prompt needs someone to take the handoff on',
      aShowing({ closeMode: 'HANDOFF' }),
      'OWNER_CAPACITY',
    ],
    ['to what was never shown needs leave to be shown', aShowing({ offerKey: 'other' }), 'CAP_USER'],
  ])('%s', (_, showing, expected) => {
    expect(acceptanceHold(full, showing)?.code).toBe(expected);
  });

  it('that was asked for is held by nothing that the policy lifts', () => {
    const past = { ...full, policy: { ...full.policy, explicitAskHandsOff: ['OWNER_CAPACITY' as const] } };
    const asked = aShowing({ closeMode: 'HANDOFF', signal: 'EXPLICIT_ASK' });
    expect(acceptanceHold(past, asked)).toBeUndefined();
  });
});
