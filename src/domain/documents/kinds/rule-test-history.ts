/** Says what a rule test may state of an account's past: what was shown and answered before. */
import { z } from 'zod';
import { documentKey, timestamp } from './key';
import { CLOSE_MODES, DECLINE_REASONS } from './vocabulary';

const answerSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('ACCEPTED'), at: timestamp }),
  z.strictObject({
    kind: z.literal('DECLINED'),
    at: timestamp,
    reason: z.enum(DECLINE_REASONS).default('UNSPECIFIED'),
  }),
  z.strictObject({ kind: z.literal('SNOOZED'), at: timestamp, until: timestamp }),
  z.strictObject({ kind: z.literal('DISMISSED'), at: timestamp }),
]);

const user = z.string().min(1).max(200).optional();

const promptSchema = z.strictObject({
  offer: documentKey,
  user: user.describe('Without one the account counts as the user.'),
  shownAt: timestamp.describe('First impression.'),
  lastShownAt: timestamp.optional().describe('Default: shownAt.'),
  impressions: z.int().min(1).max(1000).default(1),
  conversationId: z.string().min(1).max(200).optional(),
  closeMode: z.enum(CLOSE_MODES).default('SELF_SERVE'),
  answer: answerSchema.optional(),
  times: z.int().min(1).max(1000).default(1).describe('So many prompts alike.'),
});
export type StatedPrompt = z.infer<typeof promptSchema>;

/** Oldest first. */
export const statedHistorySchema = z.strictObject({
  prompts: z.array(promptSchema).max(1000).default([]),
  dismissedNotices: z
    .array(
      z.strictObject({
        rule: documentKey,
        user,
        at: timestamp,
        crossedAt: timestamp.optional().describe('The crossing it told of; without one its calendar month.'),
      }),
    )
    .max(1000)
    .default([])
    .describe('Notices without an offer that were put away.'),
});
