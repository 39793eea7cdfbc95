/** Says what a rule test document holds: an account, a clock and the expected outcome. */
import { z } from 'zod';
import { documentKey, minorUnits, timestamp } from './key';
import { statedHistorySchema } from './rule-test-history';
import { CLOSE_MODES, INTENTS, MOTIONS, SIGNALS, SUPPRESSION_CODES, SURFACES } from './vocabulary';

const factScalar = z.union([z.string(), z.number(), z.boolean()]);

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
        z.strictObject({
          reports: z
            .array(z.strictObject({ at: timestamp, value: z.number(), kind: z.enum(['SET', 'ADD']) }))
            .min(1)
            .max(1000)
            .describe('Counted as the metric says, as reports of usage are.'),
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
    notices: z
      .array(documentKey)
      .optional()
      .describe('Keys of the rules whose notices are shown, by priority.'),
    tasks: z
      .array(documentKey)
      .optional()
      .describe('Keys of the rules whose tasks are created, by priority.'),
    title: z.string().optional().describe('Title of the first offer.'),
    speaking: z
      .array(documentKey)
      .optional()
      .describe('Keys of the rules that recommend an offer, whether or not it is made.'),
    guarding: z
      .array(documentKey)
      .optional()
      .describe('Keys of the rules that suppress, whether or not there is an offer to keep back.'),
    score: z.number().optional().describe('What the first offer is ranked by.'),
    price: z
      .strictObject({ current: minorUnits.optional(), proposed: minorUnits.optional() })
      .optional()
      .describe('Minor units that the first offer names: what is paid now, and what it costs.'),
    words: z
      .array(z.string().min(1).max(600))
      .optional()
      .describe('Each stands in what is said: by an offer, its value or its reason, a notice or a task.'),
    audiences: z
      .record(documentKey, z.boolean())
      .optional()
      .describe('Whether the account belongs to the audiences named.'),
    facts: z
      .record(z.string().min(1).max(120), z.union([factScalar, z.array(factScalar), z.null()]))
      .optional()
      .describe('What rules see of the facts named; null: nothing, or nothing recent enough.'),
  }),
});
export type RuleTestDocument = z.infer<typeof ruleTestDocumentSchema>;
