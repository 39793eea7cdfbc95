import type { StoryEntry } from '../../../src/domain/reports/account-story';
import { answered, frame, june, shown, story, totalOf } from '../../support/report-stories';

const p2 = { promptId: 'p2', subject: 'scale' };
/** An impression on 12 June that may not go unanswered any more. */
const last = (change: Partial<StoryEntry> = {}) =>
  shown({ at: june(12), opensPrompt: false, exhausts: true, ...change });
const values = (entries: readonly StoryEntry[], now?: string) => {
  const counting = now === undefined ? frame() : frame({ now: Date.parse(now) });
  const { acceptanceRate, declineRate, dismissalRate, noResponseRate } = totalOf(
    [story({ entries })],
    counting,
  );
  return [acceptanceRate, declineRate, dismissalRate, noResponseRate].map(({ numerator }) => numerator);
};

describe('counts of what happened in the window', () => {
  const entries = [
    shown(),
    shown({ at: june(10, '18:00'), opensPrompt: false }),
    answered('DECLINED', { reason: 'NOT_NOW' }),
    shown(p2),
    answered('ACCEPTED', p2),
    shown({ promptId: 'p3', subject: 'sso' }),
    answered('SNOOZED', { promptId: 'p3', subject: 'sso' }),
    shown({ promptId: 'p4', subject: 'sso', at: june(20) }),
    answered('DISMISSED', { promptId: 'p4', subject: 'sso', at: june(21) }),
    shown({ promptId: 'p5', subject: 'sso', at: june(28) }),
  ];

  it('tells impressions, first ones and each answer apart', () => {
    expect(totalOf([story({ entries })])).toMatchObject({
      impressions: 6,
      presented: 5,
      accepted: 1,
      declined: 1,
      snoozed: 1,
      dismissed: 1,
      noResponse: 1,
    });
  });

  it.each([
    ['the first millisecond', '2026-06-01T00:00:00.000Z', 1],
    ['the last one', '2026-06-30T23:59:59.999Z', 1],
    ['the one before', '2026-05-31T23:59:59.999Z', 0],
    ['the end, which is exclusive', '2026-07-01T00:00:00.000Z', 0],
  ])('counts %s', (_when, at, presented) => {
    expect(totalOf([story({ entries: [shown({ at })] })]).presented).toBe(presented);
  });

  it('counts what was ignored too often as dismissed, on that day, unless it was answered after all', () => {
    expect(totalOf([story({ entries: [shown(), last()] })])).toMatchObject({ dismissed: 1, noResponse: 0 });
    const answeredLater = [shown(), last(), answered('DECLINED', { at: june(20) })];
    expect(totalOf([story({ entries: answeredLater })])).toMatchObject({ dismissed: 0, declined: 1 });
    const before = [shown({ at: '2026-05-28T12:00:00.000Z' }), last({ at: june(2) })];
    expect(totalOf([story({ entries: before })])).toMatchObject({ presented: 0, dismissed: 1 });
  });

  it('leaves out notices without an offer', () => {
    const notice = answered('DISMISSED', { promptId: null, subject: 'notify-seats' });
    expect(totalOf([story({ entries: [notice] })]).dismissed).toBe(0);
  });

  it('counts an answer in the window though its prompt opened before', () => {
    const entries = [shown({ at: '2026-05-30T12:00:00.000Z' }), answered('ACCEPTED', { at: june(2) })];
    expect(totalOf([story({ entries })])).toMatchObject({ presented: 0, accepted: 1 });
  });
});

describe('the rates of responses', () => {
  // accepted, declined, dismissed, no response
  it.each<[string, StoryEntry[], number[]]>([
    ['an acceptance', [shown(), answered('ACCEPTED')], [1, 0, 0, 0]],
    ['a decline', [shown(), answered('DECLINED')], [0, 1, 0, 0]],
    ['a dismissal', [shown(), answered('DISMISSED')], [0, 0, 1, 0]],
    ['silence', [shown()], [0, 0, 0, 1]],
    ['being ignored too often: a dismissal', [shown(), last()], [0, 0, 1, 0]],
    [
      'being ignored too often and then accepted: the yes',
      [shown(), last(), answered('ACCEPTED', { at: june(13) })],
      [1, 0, 0, 0],
    ],
    [
      'being ignored too often and then put off: no response yet',
      [shown(), last(), answered('SNOOZED', { at: june(13) })],
      [0, 0, 0, 1],
    ],
    ['being ignored too often after the response window', [shown(), last({ at: june(24) })], [0, 0, 0, 1]],
    ['a snooze, which is no response yet', [shown(), answered('SNOOZED')], [0, 0, 0, 1]],
    [
      'a decline and later a yes: the yes',
      [
        shown(),
        answered('DECLINED'),
        shown({ promptId: 'p9', at: june(20) }),
        answered('ACCEPTED', { promptId: 'p9', at: june(21) }),
      ],
      [1, 0, 0, 0],
    ],
    [
      'a snooze and later a no: the no',
      [
        shown(),
        answered('SNOOZED'),
        shown({ promptId: 'p9', at: june(20) }),
        answered('DECLINED', { promptId: 'p9', at: june(21) }),
      ],
      [0, 1, 0, 0],
    ],
    ['two offers, one each', [shown(), shown(p2), answered('ACCEPTED', p2)], [1, 0, 0, 1]],
  ])('tell %s', (_what, entries, expected) => {
    expect(values(entries)).toEqual(expected);
  });

  it('count an answer up to the last millisecond of the response window', () => {
    const entries = (at: string) => [shown(), answered('ACCEPTED', { at })];
    expect(values(entries('2026-06-24T11:59:59.999Z'))).toEqual([1, 0, 0, 0]);
    expect(values(entries('2026-06-24T12:00:00.000Z'))).toEqual([0, 0, 0, 1]);
  });

  it('count an answer after the report window to the presentation in it', () => {
    const entries = [shown({ at: june(30) }), answered('ACCEPTED', { at: '2026-07-05T00:00:00.000Z' })];
    expect(totalOf([story({ entries })])).toMatchObject({ accepted: 0, acceptanceRate: { value: 1 } });
  });

  it('count silence only once the response window has closed, and say how many are open', () => {
    const before = totalOf([story({ entries: [shown()] })], frame({ now: Date.parse(june(24)) - 1 }));
    expect(before.noResponse).toBe(0);
    expect(before.noResponseRate).toEqual({ numerator: 0, denominator: 1, immature: 1, value: 0 });
    const after = totalOf([story({ entries: [shown()] })], frame({ now: Date.parse(june(24)) }));
    expect(after.noResponse).toBe(1);
    expect(after.noResponseRate).toEqual({ numerator: 1, denominator: 1, immature: 0, value: 1 });
  });

  it('wait for the last prompt of a pair before they call it silence', () => {
    const entries = [shown({ at: june(1) }), shown({ promptId: 'p9', at: june(20) })];
    expect(values(entries, june(21))).toEqual([0, 0, 0, 0]);
  });

  it('share one denominator: three accounts with two offers are six pairs', () => {
    const one = story({ entries: [shown(), answered('ACCEPTED'), shown(p2), answered('DECLINED', p2)] });
    const { acceptanceRate, declineRate, noResponseRate } = totalOf([
      one,
      one,
      story({ entries: [shown(), shown(p2)] }),
    ]);
    expect(acceptanceRate).toEqual({ numerator: 2, denominator: 6, immature: 0, value: 2 / 6 });
    expect(declineRate.value).toBe(2 / 6);
    expect(noResponseRate.value).toBe(2 / 6);
  });

  it('are null when nothing was presented', () => {
    expect(totalOf([story()]).acceptanceRate).toEqual({
      numerator: 0,
      denominator: 0,
      immature: 0,
      value: null,
    });
  });
});

describe('the reasons of declines', () => {
  const declined = (promptId: string, reason: StoryEntry['reason']) =>
    answered('DECLINED', { promptId, reason });

  it('are shares of all declines, the most frequent first', () => {
    const entries = [
      declined('a', 'TOO_EXPENSIVE'),
      declined('b', 'NOT_NOW'),
      declined('c', 'NOT_NOW'),
      declined('d', null),
    ];
    expect(totalOf([story({ entries })]).declineReasons).toEqual([
      { reason: 'NOT_NOW', count: 2, share: 0.5 },
      { reason: 'TOO_EXPENSIVE', count: 1, share: 0.25 },
      { reason: 'UNSPECIFIED', count: 1, share: 0.25 },
    ]);
  });

  it('always have a row for UNSPECIFIED', () => {
    expect(totalOf([]).declineReasons).toEqual([{ reason: 'UNSPECIFIED', count: 0, share: null }]);
  });
});
