/** Sends answers over GraphQL and says what came back. */
import type { AnswerUnit } from './answer-units';
import { KEY } from './service-process';

const PATIENCE_MS = 10_000;
const DECLINE = `mutation ($input: DeclineOfferInput!) {
  declineOffer(input: $input) { __typename ... on OfferDeclined { offerKey silentUntil } ... on DomainError { message } }
}`;

/** `failed`: a failure of the moment, of which nothing is known. */
export type AnswerOutcome =
  | { readonly kind: 'acknowledged'; readonly text: string }
  | { readonly kind: 'conflict' }
  | { readonly kind: 'failed'; readonly status: number | null; readonly code: string | null }
  | { readonly kind: 'surprise'; readonly text: string };

/** The idempotency key stays the same whatever the reason. Never rejects. */
export async function sendAnswer(
  url: string,
  unit: AnswerUnit,
  reason: 'NOT_NOW' | 'NOT_NEEDED',
): Promise<AnswerOutcome> {
  const input = { recommendationId: unit.recommendationId, reason, idempotencyKey: unit.id };
  try {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${KEY}` },
      body: JSON.stringify({ query: DECLINE, variables: { input } }),
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    const text = await response.text();
    return response.status === 200 ? outcomeOf(text) : failed(response.status, text);
  } catch {
    return { kind: 'failed', status: null, code: null };
  }
}

function failed(status: number, text: string): AnswerOutcome {
  return { kind: 'failed', status, code: /"code":"([A-Z_]+)"/.exec(text)?.[1] ?? null };
}

function outcomeOf(text: string): AnswerOutcome {
  const answer = JSON.parse(text) as { data?: { declineOffer?: { __typename: string } } | null };
  const type = answer.data?.declineOffer?.__typename;
  if (type === 'OfferDeclined') return { kind: 'acknowledged', text };
  if (type === 'IdempotencyConflict') return { kind: 'conflict' };
  return type === undefined ? failed(200, text) : { kind: 'surprise', text };
}
