/** Records a yes. What follows from it, an order or a task, is not made here. */
import { acceptanceHold } from '../../domain/responses/holds';
import { recordAnswer, type AnswerAct } from './record-answer';
import { notAllowed } from './refusals';
import type { RespondPorts } from './respond-ports';
import type { AcceptOfferInput, Responder } from './response-inputs';
import type {
  AcceptOfferResult,
  NotAllowed,
  OfferAccepted,
  OfferNoLongerAvailable,
} from './response-results';
import { noLongerSold } from './still-sold';

const ACCEPT: AnswerAct<OfferAccepted, OfferNoLongerAvailable | NotAllowed> = {
  operation: 'acceptOffer',
  isYes: true,
  outlivesRecommendation: false,
  judge: ({ past, release, claims, offer, at }) => {
    const gone = noLongerSold(release, claims, past.now);
    if (gone !== null) return { refused: gone };
    const hold = acceptanceHold(past, offer);
    if (hold !== undefined) return { refused: notAllowed(hold) };
    const { offerKey, closeMode } = offer;
    return {
      answer: { kind: 'ACCEPTED', at, reason: null, silentUntil: null },
      result: { kind: 'OfferAccepted', offerKey, closeMode, acceptedAt: at, order: null, task: null },
    };
  },
};

/** Once per prompt; a second yes is told of the first. */
export function acceptOffer(
  ports: RespondPorts,
  input: AcceptOfferInput,
  responder: Responder,
): Promise<AcceptOfferResult> {
  return recordAnswer(ports, input, responder, ACCEPT);
}
