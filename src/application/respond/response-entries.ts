/** Writes the lines of what was shown and answered, for reports. */
import type { Surface } from '../../domain/documents/kinds/vocabulary';
import type { Price } from '../../domain/documents/kinds/plan-document';
import { exhaustsPatience } from '../../domain/responses/dismissal';
import type { Past } from '../../domain/responses/hold';
import type { Answer, Prompt } from '../../domain/responses/history';
import type { ResponseEntry } from './response-ports';

/** What a line tells beyond its prompt. */
export interface EntryDetails {
  readonly id: string;
  readonly accountId: string;
  /** Where it was shown or answered; a prompt opened in the portal may be refused by voice. */
  readonly surface: Surface;
  readonly conversationId: string | null;
  /** What the recommendation named; null where there is none. */
  readonly price: Price | null;
}

/** One impression, with the past that it left. Only the first of a prompt opens it. */
export function impressionEntry(past: Past, prompt: Prompt, details: EntryDetails): ResponseEntry {
  return {
    ...linesOf(prompt, details),
    kind: 'IMPRESSION',
    at: prompt.lastShownAt,
    reason: null,
    comment: null,
    silentUntil: null,
    opensPrompt: prompt.impressions === 1,
    exhausts: exhaustsPatience(past, prompt),
    businessKey: `${prompt.id}:impression:${prompt.impressions}`,
  };
}

/** The answer to a prompt, once. */
export function answerEntry(
  prompt: Prompt,
  { kind, at, reason, silentUntil }: Answer,
  comment: string | null,
  details: EntryDetails,
): ResponseEntry {
  return {
    ...linesOf(prompt, details),
    kind,
    at,
    reason,
    comment,
    silentUntil,
    opensPrompt: false,
    exhausts: false,
    businessKey: `${prompt.id}:answer`,
  };
}

type PromptLines = Omit<
  ResponseEntry,
  'kind' | 'at' | 'reason' | 'comment' | 'silentUntil' | 'opensPrompt' | 'exhausts' | 'businessKey'
>;

function linesOf(prompt: Prompt, details: EntryDetails): PromptLines {
  const { userId, ruleKey, signal, treatment, release, segment, crossedAt } = prompt;
  return {
    ...details,
    userId,
    promptId: prompt.id,
    subject: prompt.offerKey,
    ruleKey,
    signal,
    treatment,
    release,
    segment,
    crossedAt,
  };
}

/** A notification that was put away without a prompt to answer. */
export interface PutAwayNotice extends Pick<
  ResponseEntry,
  'id' | 'accountId' | 'userId' | 'subject' | 'at' | 'businessKey'
> {
  /** Whether the subject is an offer; else it is the rule that notified. */
  readonly isOffer: boolean;
}

/** The dismissal of a notification that no prompt belongs to. */
export function noticeEntry({ isOffer, ...notice }: PutAwayNotice): ResponseEntry {
  return {
    ...notice,
    kind: 'DISMISSED',
    promptId: null,
    ruleKey: isOffer ? null : notice.subject,
    signal: null,
    treatment: null,
    release: null,
    surface: 'IN_APP',
    conversationId: null,
    segment: null,
    reason: null,
    comment: null,
    silentUntil: null,
    crossedAt: null,
    opensPrompt: false,
    exhausts: false,
    price: null,
  };
}
