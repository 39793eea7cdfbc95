import type { StoryDecision, StoryEntry } from '../../../src/domain/reports/account-story';
import { decided, figuresIn, frame, june, shown, story, totalOf } from '../../support/report-stories';

const mentioned = (conversationId: string, change: Partial<StoryEntry> = {}) =>
  shown({ conversationId, surface: 'SUPPORT_CHAT', ...change });
const talked = (conversationId: string, change: Partial<StoryDecision> = {}) =>
  decided({ conversationId, surface: 'SUPPORT_CHAT', ...change });

describe('the upsell-mention rate', () => {
  it('is conversations in which an offer was shown / conversations decided', () => {
    const stories = [
      story({
        decisions: [talked('c1'), talked('c1'), talked('c2'), talked('c3'), decided()],
        entries: [mentioned('c1'), mentioned('c1', { opensPrompt: false }), shown()],
      }),
      story({ decisions: [talked('c1')] }),
    ];
    expect(totalOf(stories).upsellMentionRate).toEqual({
      numerator: 1,
      denominator: 4,
      immature: 0,
      value: 0.25,
    });
  });

  it('does not count a conversation that nobody decided in the window', () => {
    expect(totalOf([story({ entries: [mentioned('c1')] })]).upsellMentionRate.value).toBeNull();
  });

  it('by offer is the share of all conversations in which that offer was shown', () => {
    const stories = [
      story({
        decisions: [talked('c1'), talked('c2')],
        entries: [mentioned('c1'), mentioned('c1', { subject: 'sso' })],
      }),
    ];
    expect(figuresIn(stories, { offer: 'growth' }).upsellMentionRate.value).toBe(0.5);
    expect(totalOf(stories).upsellMentionRate.value).toBe(0.5);
  });

  it('stands on the day and surface of the first decision', () => {
    const stories = [
      story({ decisions: [talked('c1', { at: june(9) }), talked('c1')], entries: [mentioned('c1')] }),
    ];
    expect(figuresIn(stories, { day: '2026-06-09' }).upsellMentionRate.value).toBe(1);
    expect(figuresIn(stories, { day: '2026-06-10' }).upsellMentionRate.value).toBeNull();
  });
});

describe('the guardrail block rate', () => {
  const stories = [
    story({
      decisions: [
        decided({
          candidates: [
            { offer: 'growth', blockedBy: 'HEALTH_RED' },
            { offer: 'scale', blockedBy: 'COOLDOWN' },
            { offer: 'sso', blockedBy: null },
          ],
        }),
        decided({ candidates: [{ offer: 'growth', blockedBy: 'HEALTH_RED' }] }),
        decided({ candidates: [{ offer: 'growth', blockedBy: null }] }),
        decided(),
      ],
    }),
  ];

  it('is candidates that a guardrail suppressed / candidates that passed eligibility, in total and per code', () => {
    const { guardrailBlockRate, guardrailBlocks } = totalOf(stories);
    expect(guardrailBlockRate).toEqual({ numerator: 3, denominator: 5, immature: 0, value: 0.6 });
    expect(guardrailBlocks).toEqual([
      { code: 'HEALTH_RED', count: 2, share: 0.4 },
      { code: 'COOLDOWN', count: 1, share: 0.2 },
    ]);
  });

  it('can be told by offer, not by rule', () => {
    expect(figuresIn(stories, { offer: 'growth' }).guardrailBlockRate.value).toBe(2 / 3);
    expect(figuresIn(stories, { rule: null }).guardrailBlockRate.value).toBeNull();
    expect(totalOf(stories, frame(), { rule: 'r' })).toMatchObject({
      guardrailBlockRate: { value: null, denominator: 0 },
      guardrailBlocks: [],
    });
  });
});

describe('trigger reach', () => {
  const stories = [
    story({ crossings: [june(1), june(2)] }),
    story({ crossings: [june(2)], segment: 'high-touch' }),
    story(),
    story(),
    story({ active: false, crossings: [june(3)] }),
  ];

  it('is active accounts with a crossing / active accounts', () => {
    expect(totalOf(stories).triggerReach).toEqual({ numerator: 2, denominator: 4, immature: 0, value: 0.5 });
  });

  it('can be told by segment and by day, against the active accounts of the segment', () => {
    expect(figuresIn(stories, { segment: 'low-touch' }).triggerReach.value).toBe(1 / 3);
    expect(figuresIn(stories, { day: '2026-06-02' }).triggerReach.value).toBe(0.5);
    expect(figuresIn(stories, { segment: 'high-touch', day: '2026-06-02' }).triggerReach.value).toBe(1);
  });

  it('says nothing of an offer, a rule or a surface', () => {
    expect(figuresIn(stories, { surface: 'IN_APP' }).triggerReach.value).toBeNull();
    expect(totalOf(stories, frame(), { offer: 'growth' }).triggerReach.value).toBeNull();
  });
});

describe('the time from a crossing to its prompt', () => {
  const prompted = (minutes: number, crossedAt = june(5, '00:00')) =>
    shown({
      promptId: `p${minutes}`,
      crossedAt,
      at: new Date(Date.parse(crossedAt) + minutes * 60_000).toISOString(),
    });
  const one = (minutes: number) => story({ entries: [prompted(minutes)] });

  it('has p50, p95 (four fifths of the way from 40 to 90) and the share within 60 minutes', () => {
    const stories = [10, 20, 30, 40, 90].map(one);
    expect(totalOf(stories).crossingToPrompt).toEqual({
      p50Minutes: 30,
      p95Minutes: 80,
      within60Minutes: { numerator: 4, denominator: 5, immature: 0, value: 0.8 },
    });
  });

  it('counts sixty minutes as within, and a millisecond more as not', () => {
    const late = story({ entries: [shown({ crossedAt: june(5, '00:00'), at: '2026-06-05T01:00:00.001Z' })] });
    expect(totalOf([one(60), late]).crossingToPrompt.within60Minutes.numerator).toBe(1);
  });

  it('goes by the first prompt that speaks of the crossing', () => {
    const stories = [story({ entries: [prompted(5), prompted(500)] })];
    expect(totalOf(stories).crossingToPrompt).toMatchObject({
      p50Minutes: 5,
      within60Minutes: { denominator: 1 },
    });
  });

  it('looks at crossings of the window only, and stands on the day of the crossing', () => {
    const before = story({ entries: [prompted(10, '2026-05-31T23:55:00.000Z')] });
    expect(totalOf([before]).crossingToPrompt.within60Minutes.denominator).toBe(0);
    const overnight = story({ entries: [prompted(120, june(5, '23:00'))] });
    expect(figuresIn([overnight], { day: '2026-06-05' }).crossingToPrompt.p50Minutes).toBe(120);
  });

  it('is null without any, and 0 for a crossing dated after its prompt', () => {
    expect(totalOf([story({ entries: [shown()] })]).crossingToPrompt).toMatchObject({
      p50Minutes: null,
      p95Minutes: null,
    });
    expect(totalOf([one(-3)]).crossingToPrompt.p50Minutes).toBe(0);
  });
});

describe('the reach rate', () => {
  it('is accounts presented something / active accounts', () => {
    const twice = story({ entries: [shown(), shown({ promptId: 'p2', subject: 'scale' })] });
    const { reachRate } = totalOf([twice, story(), story(), story()]);
    expect(reachRate).toEqual({ numerator: 1, denominator: 4, immature: 0, value: 0.25 });
  });

  it('leaves out of the pool who pays nothing and was presented nothing', () => {
    expect(totalOf([story({ entries: [shown()] }), story({ active: false })]).reachRate.denominator).toBe(1);
  });

  it('by offer stays a share of the whole pool', () => {
    const stories = [story({ entries: [shown()] }), story({ entries: [shown({ subject: 'scale' })] })];
    expect(figuresIn(stories, { offer: 'growth' }).reachRate.value).toBe(0.5);
  });

  it('never exceeds 1: who was presented something belongs to the pool of that segment', () => {
    const moved = story({ entries: [shown()], segment: 'high-touch' });
    const left = story({ entries: [shown()], active: false });
    expect(figuresIn([moved, left], { segment: 'low-touch' }).reachRate.value).toBe(1);
    expect(figuresIn([moved, left], { segment: 'high-touch' }).reachRate.value).toBe(0);
    expect(totalOf([moved, left]).reachRate.value).toBe(1);
  });
});

describe('what is not recorded yet', () => {
  it.each(['ownerLoad', 'handoffCompleteness'] as const)('%s is null', (figure) => {
    expect(totalOf([story({ entries: [shown()] })])[figure].value).toBeNull();
  });
});
