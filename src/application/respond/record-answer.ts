/** Records the answer to one recommendation: what accepting, declining and putting off have in common. */
import { answeredSince, answerOffer } from '../../domain/responses/answer-offer';
import type { Answer } from '../../domain/responses/history';
import { openPrompt } from '../../domain/responses/prompt-life';
import type { ShownOffer } from '../../domain/responses/show-offer';
import type { RecommendationClaims } from '../ports';
import { badComment, badKey } from './input-checks';
import { recommendationOf, shownOffer } from './recommendation-of';
import { recordOnce, type Decided, type Present } from './record-once';
import { alreadyAnswered, expired, notFound } from './refusals';
import type { RespondPorts } from './respond-ports';
import { answerEntry, impressionEntry } from './response-entries';
import type { Responder } from './response-inputs';
import type { HandoffUse } from './response-ports';
import type {
  AlreadyAnswered,
  IdempotencyConflict,
  InvalidInput,
  OfferExpired,
  RecommendationNotFound,
} from './response-results';

/** What every answer to an offer is sent with. */
export interface AnswerInput {
  readonly recommendationId: string;
  readonly comment: string | null;
  readonly idempotencyKey: string;
}

/** What is known when an answer is judged. */
export interface AnswerSituation extends Present {
  readonly claims: RecommendationClaims;
  readonly offer: ShownOffer;
  /** RFC 3339. */
  readonly at: string;
}

/** One kind of answer. */
export interface AnswerAct<Done, Refused> {
  readonly operation: string;
  /** Whether somebody takes the buyer on with it, where the sale is handed off. */
  readonly isYes: boolean;
  /** Whether the answer counts although its recommendation has expired, as long as the prompt is open. */
  readonly outlivesRecommendation: boolean;
  /** The answer with the result to report, or why it is refused. */
  readonly judge: (
    situation: AnswerSituation,
  ) => { readonly answer: Answer; readonly result: Done } | { readonly refused: Refused };
}

type Unanswerable =
  InvalidInput | RecommendationNotFound | OfferExpired | AlreadyAnswered | IdempotencyConflict;

/** Answered before, expired, then the act's own refusals; then the prompt is answered, once. */
export async function recordAnswer<
  Done extends { readonly kind: string },
  Refused extends { readonly kind: string },
>(
  ports: RespondPorts,
  input: AnswerInput,
  responder: Responder,
  act: AnswerAct<Done, Refused>,
): Promise<Done | Refused | Unanswerable> {
  const bad = badKey(input.idempotencyKey) ?? badComment(input.comment);
  if (bad !== null) return bad;
  const claims = recommendationOf(ports.signer, input.recommendationId, responder);
  if (claims === null) return notFound('recommendation');
  const [promptId, impressionId, answerId] = [ports.ids.next(), ports.ids.next(), ports.ids.next()];
  const { accountId } = claims;
  const call = { accountId, operation: act.operation, input, handoffs: handoffUse(claims, act) };
  return recordOnce<Done | Refused | AlreadyAnswered | OfferExpired>(ports, responder, call, (present) => {
    const situation = situationOf(present, claims);
    const unanswerable = unanswerableReason(situation, act.outlivesRecommendation);
    if (unanswerable !== null) return refusal(unanswerable);
    const judged = act.judge(situation);
    if ('refused' in judged) return refusal(judged.refused);
    const { history, prompt, opened } = answerOffer(present.past, situation.offer, judged.answer, promptId);
    const { surface, conversationId } = situation.offer;
    const place = { accountId, surface, conversationId, price: claims.price };
    const shown =
      opened && prompt.impressions > 0
        ? [impressionEntry({ ...present.past, history }, prompt, { ...place, id: impressionId })]
        : [];
    const answered = answerEntry(prompt, judged.answer, input.comment, { ...place, id: answerId });
    const takenOn = call.handoffs?.kind === 'taken' ? situation.offer.offerKey : undefined;
    return { history, entries: [...shown, answered], result: judged.result, takenOn };
  });
}

function handoffUse(
  { closeMode, offerKey }: RecommendationClaims,
  { isYes }: Pick<AnswerAct<unknown, unknown>, 'isYes'>,
): HandoffUse | null {
  return closeMode === 'HANDOFF' ? { kind: isYes ? 'taken' : 'seen', offerKeys: [offerKey] } : null;
}

function situationOf(present: Present, claims: RecommendationClaims): AnswerSituation {
  const { now } = present.past;
  const offer = shownOffer(claims, present.release, now);
  return { ...present, claims, offer, at: new Date(now).toISOString() };
}

function unanswerableReason(
  { past, claims, offer }: AnswerSituation,
  outlivesRecommendation: boolean,
): AlreadyAnswered | OfferExpired | null {
  const answered = answeredSince(past.history, offer, claims.after);
  if (answered !== undefined) return alreadyAnswered(answered);
  if (claims.expiresAt > past.now) return null;
  const isOpen = openPrompt(past.history, offer, past.now) !== undefined;
  return outlivesRecommendation && isOpen ? null : expired(claims.expiresAt);
}

function refusal<Result>(result: Result): Decided<Result> {
  return { result, history: null, entries: [] };
}
