/** Records that offers were shown: a prompt opens, goes on, or was not allowed. */
import { answeredSince } from '../../domain/responses/answer-offer';
import type { Past } from '../../domain/responses/hold';
import { showOffer } from '../../domain/responses/show-offer';
import type { RecommendationClaims } from '../ports';
import { badKey } from './input-checks';
import { recommendationOf, shownOffer } from './recommendation-of';
import { recordOnce, type Decided, type Present } from './record-once';
import { alreadyAnswered, expired, invalid, notAllowed, notFound } from './refusals';
import type { RespondPorts } from './respond-ports';
import { impressionEntry } from './response-entries';
import type { RecordImpressionsInput, Responder } from './response-inputs';
import type { HandoffUse } from './response-ports';
import type {
  ImpressionRefusal,
  ImpressionResult,
  ImpressionsRecorded,
  RecordImpressionsResult,
} from './response-results';
import { noLongerSold } from './still-sold';

const MOST_IDS = 50;

/** An id with what it binds, and the ids that recording it may need. */
interface Impression {
  readonly recommendationId: string;
  /** null: unknown. */
  readonly claims: RecommendationClaims | null;
  readonly promptId: string;
  readonly entryId: string;
}

/** All of one account, in one transaction; each id on the history that those before it left. */
export async function recordImpressions(
  ports: RespondPorts,
  input: RecordImpressionsInput,
  responder: Responder,
): Promise<RecordImpressionsResult> {
  const bad = badKey(input.idempotencyKey) ?? badCount(input.recommendationIds.length);
  if (bad !== null) return bad;
  const impressions = input.recommendationIds.map((id) => toImpression(ports, id, responder));
  const accounts = new Set(impressions.flatMap(({ claims }) => (claims === null ? [] : [claims.accountId])));
  const [accountId] = accounts;
  if (accountId === undefined) return recorded(impressions.map((impression) => unknown(impression)));
  if (accounts.size > 1) return invalid('/recommendationIds', 'The ids must be of one account.');
  const call = { accountId, operation: 'recordImpressions', input, handoffs: handoffUse(impressions) };
  return recordOnce(ports, responder, call, (present) => showAll(present, impressions));
}

function handoffUse(impressions: readonly Impression[]): HandoffUse | null {
  const handedOff = impressions.flatMap(({ claims }) =>
    claims?.closeMode === 'HANDOFF' ? [claims.offerKey] : [],
  );
  return handedOff.length === 0 ? null : { kind: 'seen', offerKeys: [...new Set(handedOff)] };
}

function badCount(count: number) {
  if (count >= 1 && count <= MOST_IDS) return null;
  return invalid('/recommendationIds', `One call takes 1 to ${MOST_IDS} ids.`);
}

function toImpression(
  { signer, ids }: RespondPorts,
  recommendationId: string,
  responder: Responder,
): Impression {
  const claims = recommendationOf(signer, recommendationId, responder);
  return { recommendationId, claims, promptId: ids.next(), entryId: ids.next() };
}

function showAll(present: Present, impressions: readonly Impression[]): Decided<ImpressionsRecorded> {
  let past = present.past;
  const entries = [];
  const results: ImpressionResult[] = [];
  for (const impression of impressions) {
    const shown = show({ ...present, past }, impression);
    past = shown.past;
    entries.push(...shown.entries);
    results.push(shown.result);
  }
  const history = past === present.past ? null : past.history;
  return { history, entries, result: recorded(results) };
}

interface Shown extends Pick<Decided<ImpressionResult>, 'entries' | 'result'> {
  readonly past: Past;
}

function show({ past, release }: Present, impression: Impression): Shown {
  const { claims, recommendationId, promptId, entryId } = impression;
  if (claims === null) return { past, entries: [], result: unknown(impression) };
  const offer = shownOffer(claims, release, past.now);
  const answered = answeredSince(past.history, offer, claims.after);
  const refused = answered === undefined ? stale({ past, release }, claims) : alreadyAnswered(answered);
  if (refused !== null) return { past, entries: [], result: rejected(impression, refused) };
  const outcome = showOffer(past, offer, promptId);
  if (outcome.kind === 'held')
    return { past, entries: [], result: rejected(impression, notAllowed(outcome.hold)) };
  if (outcome.kind === 'repeated')
    return { past, entries: [], result: { recommendationId, status: 'REPEATED', error: null } };
  const { surface, conversationId } = offer;
  const { accountId, price } = claims;
  const details = { id: entryId, accountId, surface, conversationId, price };
  const next = { ...past, history: outcome.history };
  return {
    past: next,
    entries: [impressionEntry(next, outcome.prompt, details)],
    result: { recommendationId, status: 'RECORDED', error: null },
  };
}

function stale({ past, release }: Present, claims: RecommendationClaims): ImpressionRefusal | null {
  return claims.expiresAt <= past.now ? expired(claims.expiresAt) : noLongerSold(release, claims, past.now);
}

function recorded(results: readonly ImpressionResult[]): ImpressionsRecorded {
  return { kind: 'ImpressionsRecorded', results };
}

function rejected({ recommendationId }: Impression, error: ImpressionRefusal): ImpressionResult {
  return { recommendationId, status: 'REJECTED', error };
}

function unknown(impression: Impression): ImpressionResult {
  return rejected(impression, notFound('recommendation'));
}
