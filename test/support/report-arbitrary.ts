/** Makes any stories of accounts, dense enough that prompts meet, repeat and are answered late. */
import fc from 'fast-check';
import type { AccountStory, StoryDecision, StoryEntry } from '../../src/domain/reports/account-story';
import { DECLINE_REASONS, SIGNALS, SUPPRESSION_CODES } from '../../src/domain/documents/kinds/vocabulary';

const LISTED = { currency: 'USD', interval: 'MONTH', minorUnits: 49_900 } as const;
const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
const oneOf = <T>(...values: readonly T[]) => fc.constantFrom(...values);

/** Between late May and mid July, in steps of ten minutes. */
const time = fc
  .integer({ min: 0, max: 50 * 144 })
  .map((step) => new Date(Date.parse('2026-05-25T00:00:00.000Z') + step * 600_000).toISOString());
const inJune = fc
  .integer({ min: 0, max: 30 * 144 - 1 })
  .map((step) => new Date(Date.parse('2026-06-01T00:00:00.000Z') + step * 600_000).toISOString());
const offer = oneOf('growth', 'scale', 'sso');
const surface = oneOf('IN_APP', 'VOICE', 'SUPPORT_CHAT');
const segment = optional(oneOf('low-touch', 'high-touch'));
const conversation = optional(oneOf('c1', 'c2'));

const entry: fc.Arbitrary<StoryEntry> = fc.record({
  kind: oneOf('IMPRESSION', 'IMPRESSION', 'ACCEPTED', 'DECLINED', 'SNOOZED', 'DISMISSED'),
  promptId: optional(oneOf('p1', 'p2', 'p3', 'p4')),
  subject: offer,
  at: time,
  ruleKey: optional(oneOf('r1', 'r2')),
  signal: optional(oneOf(...SIGNALS)),
  treatment: optional(oneOf('specific', 'made-up')),
  release: optional(oneOf(1, 2)),
  surface,
  conversationId: conversation,
  segment,
  reason: optional(oneOf(...DECLINE_REASONS)),
  silentUntil: optional(time),
  crossedAt: optional(time),
  opensPrompt: fc.boolean(),
  exhausts: fc.boolean(),
  price: optional(oneOf(LISTED, { ...LISTED, minorUnits: 1 })),
});

const decision: fc.Arbitrary<StoryDecision> = fc.record({
  at: inJune,
  surface,
  segment,
  conversationId: conversation,
  candidates: fc.array(fc.record({ offer, blockedBy: optional(oneOf(...SUPPRESSION_CODES)) }), {
    maxLength: 3,
  }),
});

const byTime = <T extends { readonly at: string }>(items: readonly T[]) =>
  items.toSorted((a, b) => (a.at < b.at ? -1 : 1));

/** An answer never opens a prompt, and only impressions do so. */
const sound = (found: StoryEntry): StoryEntry => ({
  ...found,
  opensPrompt: found.opensPrompt && found.kind === 'IMPRESSION',
  exhausts: found.exhausts && found.kind === 'IMPRESSION',
});

/** One account. */
export const anyStory: fc.Arbitrary<AccountStory> = fc.record({
  segment,
  active: fc.boolean(),
  entries: fc.array(entry, { maxLength: 12 }).map((found) => byTime(found.map(sound))),
  decisions: fc.array(decision, { maxLength: 4 }).map(byTime),
  crossings: fc.array(inJune, { maxLength: 3 }),
});
