/** Makes stories of accounts for reports: small ones, changed where the test cares. */
import type {
  AccountStory,
  CountingFrame,
  StoryDecision,
  StoryEntry,
} from '../../src/domain/reports/account-story';
import { countAccount } from '../../src/domain/reports/count-account';
import type { Coordinates, ReportDimension, ReportFilter } from '../../src/domain/reports/dimensions';
import { GroupedCounts } from '../../src/domain/reports/grouped-counts';
import type { PublishedOffers } from '../../src/domain/reports/published-offers';
import { figuresOf, type ReportFigures } from '../../src/domain/reports/report-figures';

/** What is asked for everything. */
export const LISTED = { currency: 'USD', interval: 'MONTH', minorUnits: 49_900 } as const;

/** A release that was published before June and sells `growth` and `scale` for ever. */
export const RELEASE_ONE: PublishedOffers = {
  publishedAt: '2026-05-01T00:00:00.000Z',
  offers: new Map(
    ['growth', 'scale', 'sso'].map((key) => [
      key,
      { validFrom: 0, validUntil: Infinity, treatments: new Set(['specific']), prices: [LISTED] },
    ]),
  ),
};

/** June, looked at in August: every response window has closed. */
export function frame(change: Partial<CountingFrame> = {}): CountingFrame {
  return {
    from: '2026-06-01T00:00:00.000Z',
    to: '2026-07-01T00:00:00.000Z',
    now: Date.parse('2026-08-01T00:00:00.000Z'),
    responseWindowDays: 14,
    releases: new Map([[1, RELEASE_ONE]]),
    ...change,
  };
}

/** A time in June 2026: `june(10)` is its tenth day at noon, `june(10, '08:30')` that minute. */
export function june(day: number, time = '12:00'): string {
  return `2026-06-${String(day).padStart(2, '0')}T${time}:00.000Z`;
}

/** The first impression of `growth` in prompt p1 on 10 June. */
export function shown(change: Partial<StoryEntry> = {}): StoryEntry {
  return {
    kind: 'IMPRESSION',
    promptId: 'p1',
    subject: 'growth',
    at: june(10),
    ruleKey: 'growth-at-limit',
    signal: 'USAGE_LIMIT',
    treatment: 'specific',
    release: 1,
    surface: 'IN_APP',
    conversationId: null,
    segment: 'low-touch',
    reason: null,
    silentUntil: null,
    crossedAt: null,
    opensPrompt: true,
    exhausts: false,
    price: LISTED,
    ...change,
  };
}

/** The answer to prompt p1 on 11 June. */
export function answered(kind: StoryEntry['kind'], change: Partial<StoryEntry> = {}): StoryEntry {
  return shown({ kind, at: june(11), opensPrompt: false, ...change });
}

/** A decision in the app on 10 June that considered nothing. */
export function decided(change: Partial<StoryDecision> = {}): StoryDecision {
  return {
    at: june(10),
    surface: 'IN_APP',
    segment: 'low-touch',
    conversationId: null,
    candidates: [],
    ...change,
  };
}

/** An account that pays and of which nothing is told. */
export function story(change: Partial<AccountStory> = {}): AccountStory {
  return { segment: 'low-touch', active: true, entries: [], decisions: [], crossings: [], ...change };
}

/** Counts of these stories. */
export function countsOf(
  stories: readonly AccountStory[],
  groupBy: readonly ReportDimension[] = [],
  filter: ReportFilter = {},
  counting: CountingFrame = frame(),
): GroupedCounts {
  const counts = new GroupedCounts(groupBy, filter);
  for (const each of stories) countAccount(counts, each, counting);
  return counts;
}

/** The figures of the whole window. */
export function totalOf(
  stories: readonly AccountStory[],
  counting: CountingFrame = frame(),
  filter: ReportFilter = {},
): ReportFigures {
  return figuresOf(countsOf(stories, [], filter, counting), {});
}

/** The figures of one group. */
export function figuresIn(stories: readonly AccountStory[], group: Coordinates): ReportFigures {
  return figuresOf(countsOf(stories, Object.keys(group) as ReportDimension[]), group);
}
