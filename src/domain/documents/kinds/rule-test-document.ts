/** Says what a rule test document holds: an account, a clock and the expected outcome. */
import { z } from 'zod';
import { documentKey, timestamp } from './key';
import { statedHistorySchema } from './rule-test-history';
import { CLOSE_MODES, INTENTS, MOTIONS, SIGNALS, SUPPRESSION_CODES, SURFACES } from './vocabulary';

/** The shape of `rules/test/<key>.json`. What `account` leaves out is filled in from a healthy account; `null` takes it away. */
export const ruleTestDocumentSchema = z.strictObject({
  key: documentKey,
  description: z.string().min(1).max(400),
  at: timestamp.describe('What the clock says.'),
  account: z.record(z.string(), z.unknown()).describe('Members of AccountInput; null removes a default.'),
  usage: z
    .record(
      z.string(),
      z.union([
        z.number(),
        z.strictObject({
          used: z.number(),
          previous: z.number().optional().describe('Used one period earlier, for the trend.'),
          asOf: timestamp.optional(),
          crossedAt: timestamp.optional(),
          sustainedSince: timestamp.optional(),
        }),
      ]),
    )
    .default({}),
  activity: z
    .strictObject({
      lastSupportResolutionAt: timestamp.optional(),
      featuresUsed: z.record(documentKey, timestamp).optional(),
    })
    .default({})
    .describe('What account events have told; the members of AccountActivity.'),
  history: statedHistorySchema
    .default({ prompts: [], dismissedNotices: [] })
    .describe('What was shown and answered before.'),
  user: z.string().min(1).max(200).optional().describe('Who looks; else the account counts as the user.'),
  context: z
    .strictObject({
      surface: z.enum(SURFACES).optional(),
      placement: z.string().optional(),
      intent: z.enum(INTENTS).optional(),
      feature: z.string().optional(),
      conversationId: z.string().optional(),
    })
    .default({}),
  expect: z.strictObject({
    offers: z.array(documentKey).optional().describe('Keys of the offers made, in rank order.'),
    suppressed: z
      .record(documentKey, z.enum(SUPPRESSION_CODES))
      .optional()
      .describe('Codes of the offers named; others are not looked at.'),
    motion: z.enum(MOTIONS).optional(),
    readiness: z.int().optional(),
    signal: z.enum(SIGNALS).optional().describe('Signal of the first offer.'),
    closeMode: z.enum(CLOSE_MODES).optional().describe('Close mode of the first offer.'),
    notices: z.array(documentKey).optional().describe('Keys of the rules whose notices are shown.'),
    tasks: z.array(documentKey).optional().describe('Keys of the rules whose tasks are created.'),
    title: z.string().optional().describe('Title of the first offer.'),
  }),
});
export type RuleTestDocument = z.infer<typeof ruleTestDocumentSchema>;
