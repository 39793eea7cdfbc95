/** Makes recording calls for tests: showing and answering prompts, decided on the history as the real ones are. */
import type { Recording, ResponseChange, ResponseEntry } from '../../src/application/respond/response-ports';
import { EMPTY_HISTORY, type History, type Prompt } from '../../src/domain/responses/history';

/** When nothing else is said. */
export const RECORDED_AT = '2026-06-01T08:00:00.123Z';

/** The first impression of an offer, changed where the test cares. */
export function responseEntry(id: string, change: Partial<ResponseEntry> = {}): ResponseEntry {
  return {
    id,
    accountId: 'acme',
    userId: null,
    kind: 'IMPRESSION',
    promptId: null,
    subject: 'growth-plan',
    at: RECORDED_AT,
    ruleKey: null,
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
    businessKey: null,
    ...change,
  };
}

/** A call of account `acme` that changes nothing, changed where the test cares. */
export function recording(idempotencyKey: string, change: Partial<Recording> = {}): Recording {
  return {
    accountId: 'acme',
    callerId: 'portal',
    idempotencyKey,
    bodyHash: 'a'.repeat(64),
    now: Date.parse(RECORDED_AT),
    decide: () => ({ history: null, entries: [], answer: `{"answered":"${idempotencyKey}"}` }),
    ...change,
  };
}

/** What every entry of an account comes to, in the order in which they were written. */
export function foldedAll(entries: readonly Pick<ResponseEntry, 'promptId' | 'kind' | 'at'>[]): History {
  return entries.reduce(folded, EMPTY_HISTORY);
}

/** Answers the prompt once: the first gets an entry, whoever comes later only hears of it. */
export function answering(promptId: string, entryId: string, change: Partial<ResponseEntry> = {}) {
  return (history: History): ResponseChange => {
    const earlier = history.prompts.find(({ id, answer }) => id === promptId && answer !== null);
    if (earlier) return { history: null, entries: [], answer: `{"already":"${earlier.answer?.kind}"}` };
    const businessKey = `${promptId}:answer`;
    const entry = responseEntry(entryId, { kind: 'DECLINED', promptId, businessKey, ...change });
    return { history: folded(history, entry), entries: [entry], answer: `{"recorded":"${entryId}"}` };
  };
}

/** Shows the offer: the same prompt again while it is unanswered, nothing once it is. */
export function showing(promptId: string, entryId: string, change: Partial<ResponseEntry> = {}) {
  return (history: History): ResponseChange => {
    const shown = history.prompts.find(({ id }) => id === promptId);
    if (shown?.answer) return { history: null, entries: [], answer: '{"shown":false}' };
    const entry = responseEntry(entryId, {
      promptId,
      opensPrompt: shown === undefined,
      businessKey: shown === undefined ? `${promptId}:opened` : null,
      ...change,
    });
    return { history: folded(history, entry), entries: [entry], answer: '{"shown":true}' };
  };
}

/** The history after one entry more. */
export function folded(history: History, entry: Pick<ResponseEntry, 'promptId' | 'kind' | 'at'>): History {
  const known = history.prompts.find(({ id }) => id === entry.promptId);
  const prompt = known ?? opened(entry.promptId ?? '', entry.at);
  const answer = { at: entry.at, reason: null, silentUntil: null };
  const next: Prompt =
    entry.kind === 'IMPRESSION'
      ? { ...prompt, impressions: prompt.impressions + 1 }
      : { ...prompt, answer: { ...answer, kind: entry.kind } };
  const others = history.prompts.filter((other) => other !== known);
  return { ...history, prompts: [...others, next].sort((a, b) => (a.id < b.id ? -1 : 1)) };
}

function opened(id: string, at: string): Prompt {
  return {
    id,
    userId: null,
    offerKey: 'growth-plan',
    ruleKey: 'growth-at-seat-limit',
    signal: 'USAGE_LIMIT',
    treatment: 'specific',
    release: 1,
    surface: 'IN_APP',
    conversationId: null,
    closeMode: 'SELF_SERVE',
    segment: null,
    crossedAt: null,
    openedAt: at,
    lastShownAt: at,
    impressions: 0,
    expiresAt: '2026-07-01T00:00:00.000Z',
    resumes: null,
    answer: null,
  };
}
