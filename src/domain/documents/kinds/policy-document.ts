/** Says what the policy document holds: caps, cooldowns, cohorts, ranking and who closes a sale. */
import { z } from 'zod';
import { documentKey } from './key';
import { CLOSE_MODES, DECLINE_REASONS, SIGNALS, SUPPRESSION_CODES, SURFACES } from './vocabulary';

const days = z.number().min(0).max(3660);

/** The shape of `rules/policy/<key>.json`; the document with the key `default` is in force. */
export const policyDocumentSchema = z.strictObject({
  key: documentKey,
  description: z.string().max(400).optional(),
  caps: z.array(
    z.strictObject({
      scope: z.enum(['user', 'account', 'offer']),
      limit: z.int().min(0),
      period: z.enum(['quarter', 'month', 'year']),
    }),
  ),
  cooldownDays: days.describe('Silence for an offer after it was declined.'),
  cooldownDaysByReason: z.partialRecord(z.enum(DECLINE_REASONS), days).default({}),
  ignoredImpressionsBeforeDismissal: z.int().min(1).max(1000),
  controlPercent: z
    .number()
    .min(0)
    .max(100)
    .describe('Share of accounts that get no offers, for measuring lift.'),
  responseWindowDays: z.int().min(1).max(365),
  recommendationTtlMinutes: z.int().min(1).max(43_200),
  requireApproval: z.boolean(),
  ownerCapacityPerMonth: z
    .int()
    .min(0)
    .describe('Handoffs that one owner takes on in a calendar month, over all accounts.'),
  explicitAskLifts: z
    .array(z.enum(SUPPRESSION_CODES))
    .describe('Guardrails that do not hold when the buyer asks.'),
  explicitAskHandsOff: z
    .array(z.enum(SUPPRESSION_CODES))
    .default([])
    .describe('Guardrails under which a buyer who asks is answered by a human.'),
  staleAfterDays: z.partialRecord(z.enum(['health', 'usage']), days),
  closeMode: z.record(z.string(), z.enum(CLOSE_MODES)).describe('By segment; `*` is everyone else.'),
  ranking: z.strictObject({
    priority: z.number().describe("Weight of the rule's priority."),
    urgency: z.number().describe("Weight of the trigger's ratio, held within 0 to 2."),
    readiness: z.number().describe('Weight of upsellReadiness, 0 to 100.'),
    signals: z.partialRecord(z.enum(SIGNALS), z.number()),
  }),
  disclosure: z
    .strictObject({ surfaces: z.array(z.enum(SURFACES)), text: z.string().min(1).max(400) })
    .describe('Said first on surfaces where an AI agent speaks.'),
  simulationWarnsAbovePercent: z
    .number()
    .min(0)
    .max(100)
    .default(10)
    .describe('Share of accounts that a draft may change before its simulation warns.'),
  linkHosts: z
    .array(z.string().regex(/^[a-z0-9.-]+$/))
    .default([])
    .describe('Hosts that a notice may link to.'),
});
export type PolicyDocument = z.infer<typeof policyDocumentSchema>;
