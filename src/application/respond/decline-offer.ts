/** Records a no: the offer falls silent for the account on every channel, and its conversation hears no more offers. */
import { silentUntil } from '../../domain/responses/cooldown';
import { recordAnswer } from './record-answer';
import type { RespondPorts } from './respond-ports';
import type { DeclineOfferInput, Responder } from './response-inputs';
import type { DeclineOfferResult, OfferDeclined } from './response-results';

/** Kept whatever caps and silences say, and while its prompt is open whether or not the recommendation has expired. */
export function declineOffer(
  ports: RespondPorts,
  input: DeclineOfferInput,
  responder: Responder,
): Promise<DeclineOfferResult> {
  const { reason } = input;
  return recordAnswer<OfferDeclined, never>(ports, input, responder, {
    operation: 'declineOffer',
    isYes: false,
    outlivesRecommendation: true,
    judge: ({ past, offer, at }) => {
      const until = silentUntil(past.policy, reason, past.now);
      return {
        answer: { kind: 'DECLINED', at, reason, silentUntil: until },
        result: { kind: 'OfferDeclined', offerKey: offer.offerKey, silentUntil: until },
      };
    },
  });
}
