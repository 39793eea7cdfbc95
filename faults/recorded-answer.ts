/** Records one answer below the API, in the three tables that a ledger is compared with. */
import type { Recording, ResponseStore } from '../src/application/respond/response-ports';
import type { Prompt } from '../src/domain/responses/history';
import { answerUnit } from './answer-units';
import type { Ledger } from './ledger';

/** Rejects when the store does; what it answered stands in the ledger. */
export async function recordedAnswer(responses: ResponseStore, ledger: Ledger, index: number): Promise<void> {
  const { id, accountId } = answerUnit(index);
  const outcome = await responses.record(declining(id, accountId));
  if (outcome.kind === 'conflict') ledger.disagreements.add(id);
  else ledger.acknowledge(id, outcome.answer);
}

function declining(id: string, accountId: string): Recording {
  const now = Date.now();
  const at = new Date(now).toISOString();
  const prompt = declinedPrompt(id, at);
  const { ruleKey, signal, treatment, release, surface, conversationId, crossedAt } = prompt;
  const shared = { ruleKey, signal, treatment, release, surface, conversationId, crossedAt };
  const said = {
    segment: null,
    reason: null,
    comment: null,
    silentUntil: null,
    opensPrompt: false,
    exhausts: false,
    price: null,
  };
  const kind = 'DECLINED';
  const key = {
    id,
    accountId,
    userId: id,
    promptId: id,
    subject: 'growth-plan',
    businessKey: `${id}:answer`,
  };
  return {
    accountId,
    callerId: 'faults',
    idempotencyKey: id,
    bodyHash: 'a'.repeat(64),
    now,
    decide: (history) => ({
      history: { ...history, prompts: [...history.prompts, prompt] },
      entries: [{ ...key, ...shared, ...said, kind, at }],
      answer: JSON.stringify({ id, at }),
    }),
  };
}

function declinedPrompt(id: string, at: string): Prompt {
  return {
    id,
    userId: id,
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
    impressions: 1,
    expiresAt: at,
    resumes: null,
    answer: { kind: 'DECLINED', at, reason: null, silentUntil: null },
  };
}
