/** Reads out of the decision log what reports count of a decision. */
import { z } from 'zod';
import type { StoryCandidate, StoryDecision } from '../../domain/reports/account-story';
import type { ReportedDecision } from './report-ports';

/** Members that reports don't count are not looked at; decisions logged without stages count no candidates. */
const payloadSchema = z.object({
  context: z.object({ conversationId: z.string().optional() }).optional(),
  segment: z.string().optional(),
  /** By name in the oldest lines, which told the segment there; then by place in the catalogue; not told since. */
  facts: z.union([z.object({ 'account.segment': z.string().optional() }), z.array(z.unknown())]).optional(),
  offers: z.array(z.object({ offerKey: z.string() })).default([]),
  suppressed: z.record(z.string(), z.string()).default({}),
  stages: z.record(z.string(), z.string()).optional(),
});
type Payload = z.infer<typeof payloadSchema>;

/** Throws where the payload is none of ours: then the log is damaged. */
export function readDecision({ decidedAt, surface, payload }: ReportedDecision): StoryDecision {
  const read = payloadSchema.parse(JSON.parse(payload));
  return {
    at: decidedAt,
    surface,
    segment: read.segment ?? segmentOf(read.facts),
    conversationId: read.context?.conversationId ?? null,
    candidates: read.stages === undefined && !isShort(read) ? [] : candidatesOf(read, read.stages ?? {}),
  };
}

/** Lines that do not tell facts by name leave out what is empty: without stages nothing was dropped. */
function isShort({ facts }: Payload): boolean {
  return facts === undefined || Array.isArray(facts);
}

function segmentOf(facts: Payload['facts']): string | null {
  return facts === undefined || Array.isArray(facts) ? null : (facts['account.segment'] ?? null);
}

/** Those that passed eligibility: made, suppressed by a guardrail, or dropped later. */
function candidatesOf({ offers, suppressed }: Payload, stages: Record<string, string>): StoryCandidate[] {
  const made = offers.map(({ offerKey }) => ({ offer: offerKey, blockedBy: null }));
  const dropped = Object.entries(stages)
    .filter(([, stage]) => stage !== 'eligibility')
    .map(([offer, stage]) => ({
      offer,
      blockedBy: stage === 'guardrail' ? (suppressed[offer] ?? null) : null,
    }));
  return [...made, ...dropped];
}
