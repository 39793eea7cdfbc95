import type { StoryEntry } from '../../../src/domain/reports/account-story';
import type { PublishedOffer } from '../../../src/domain/reports/published-offers';
import {
  answered,
  frame,
  june,
  LISTED,
  RELEASE_ONE,
  shown,
  story,
  totalOf,
} from '../../support/report-stories';

const again = (change: Partial<StoryEntry> = {}) => shown({ promptId: 'p2', at: june(20), ...change });
const declined = (change: Partial<StoryEntry> = {}) =>
  answered('DECLINED', { silentUntil: '2026-07-11T12:00:00.000Z', ...change });
const violations = (...entries: StoryEntry[]) => totalOf([story({ entries })]).repeatPitchViolations;

describe('repeat-pitch violations', () => {
  it.each<[string, StoryEntry[]]>([
    ['the offer inside the silence after a no', [declined(), again()]],
    ['the last millisecond of the silence', [declined({ silentUntil: '2026-06-20T12:00:00.001Z' }), again()]],
    ['another surface: silence holds on every channel', [declined(), again({ surface: 'VOICE' })]],
    ['a snoozed offer before its day', [answered('SNOOZED', { silentUntil: june(25) }), again()]],
    ['a no from before the window', [declined({ at: '2026-05-20T12:00:00.000Z' }), again()]],
    [
      'any offer after a no in the same conversation',
      [
        declined({ conversationId: 'c1', silentUntil: null }),
        again({ conversationId: 'c1', subject: 'scale' }),
      ],
    ],
    [
      'what the buyer asked, after a no in the same conversation',
      [declined({ conversationId: 'c1' }), again({ conversationId: 'c1', signal: 'EXPLICIT_ASK' })],
    ],
  ])('count %s', (_what, entries) => {
    expect(violations(...entries)).toBe(1);
  });

  it.each<[string, StoryEntry[]]>([
    ['the end of the silence', [declined({ silentUntil: june(20) }), again()]],
    ['another offer', [declined(), again({ subject: 'scale' })]],
    ['an answer to what the buyer asked', [declined(), again({ signal: 'EXPLICIT_ASK' })]],
    [
      'another conversation',
      [declined({ conversationId: 'c1', subject: 'sso' }), again({ conversationId: 'c2' })],
    ],
    ['the same prompt shown again', [declined(), again({ opensPrompt: false })]],
    ['a no that came later', [shown(), declined()]],
    ['a no to the same prompt that another clock dates before it', [declined({ at: june(9) }), shown()]],
    ['a yes', [answered('ACCEPTED'), again()]],
    [
      'a presentation after the window',
      [declined({ at: june(29) }), again({ at: '2026-07-02T00:00:00.000Z' })],
    ],
  ])('do not count %s', (_what, entries) => {
    expect(violations(...entries)).toBe(0);
  });

  it('count a presentation once, whatever it breaks', () => {
    expect(violations(declined({ conversationId: 'c1' }), again({ conversationId: 'c1' }))).toBe(1);
  });

  it('count silences of the account, not of others', () => {
    expect(
      totalOf([story({ entries: [declined()] }), story({ entries: [again()] })]).repeatPitchViolations,
    ).toBe(0);
  });
});

describe('the grounding rate', () => {
  const growth: PublishedOffer = {
    validFrom: Date.parse(june(10)),
    validUntil: Date.parse(june(20)),
    treatments: new Set(['specific']),
    prices: [LISTED],
  };
  const grounded = (change: Partial<StoryEntry>, offer: Partial<PublishedOffer> = {}) => {
    const offers = new Map([['growth', { ...growth, ...offer }]]);
    const releases = new Map([[1, { ...RELEASE_ONE, offers }]]);
    return totalOf([story({ entries: [shown(change)] })], frame({ releases })).groundingRate.value;
  };

  it.each<[string, Partial<StoryEntry>]>([
    ['a published offer with its copy and price', {}],
    ['one that was shown before prices were kept', { price: null }],
    ['the first millisecond of its validity', { at: june(10) }],
    ['the last one', { at: '2026-06-20T11:59:59.999Z' }],
  ])('is 1 for %s', (_what, change) => expect(grounded(change)).toBe(1));

  it.each<[string, Partial<StoryEntry>]>([
    ['a release that is not known', { release: 2 }],
    ['no release', { release: null }],
    ['an offer that the release does not have or has retired', { subject: 'scale' }],
    ['copy that the release does not have', { treatment: 'made-up' }],
    ['no copy', { treatment: null }],
    ['another amount than the list price', { price: { ...LISTED, minorUnits: 49_899 } }],
    ['the amount in another currency', { price: { ...LISTED, currency: 'EUR' } }],
    ['the amount in another interval', { price: { ...LISTED, interval: 'YEAR' } }],
    ['an offer before it was valid', { at: '2026-06-10T11:59:59.999Z' }],
    ['an offer that has expired', { at: june(20) }],
  ])('is 0 for %s', (_what, change) => expect(grounded(change)).toBe(0));

  it('is 0 without a price, and before the release was published', () => {
    expect(grounded({}, { prices: [] })).toBe(0);
    const late = new Map([[1, { ...RELEASE_ONE, publishedAt: june(10, '12:01') }]]);
    expect(totalOf([story({ entries: [shown()] })], frame({ releases: late })).groundingRate.value).toBe(0);
  });

  it('is a share of what was presented', () => {
    const entries = [
      shown(),
      shown({ promptId: 'p2', release: 9 }),
      shown({ opensPrompt: false, release: 9 }),
    ];
    expect(totalOf([story({ entries })]).groundingRate).toEqual({
      numerator: 1,
      denominator: 2,
      immature: 0,
      value: 0.5,
    });
  });
});
