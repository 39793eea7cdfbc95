/** Lists the recording use cases as delivery adapters call them. */
import type {
  AcceptOfferInput,
  DeclineOfferInput,
  DismissNotificationInput,
  RecordImpressionsInput,
  Responder,
  SnoozeOfferInput,
} from './response-inputs';
import type {
  AcceptOfferResult,
  DeclineOfferResult,
  DismissNotificationResult,
  RecordImpressionsResult,
  SnoozeOfferResult,
} from './response-results';

/** Each records exactly once per idempotency key and answers a repeat with what it answered first. */
export interface ResponseServices {
  recordImpressions(input: RecordImpressionsInput, responder: Responder): Promise<RecordImpressionsResult>;
  acceptOffer(input: AcceptOfferInput, responder: Responder): Promise<AcceptOfferResult>;
  declineOffer(input: DeclineOfferInput, responder: Responder): Promise<DeclineOfferResult>;
  snoozeOffer(input: SnoozeOfferInput, responder: Responder): Promise<SnoozeOfferResult>;
  dismissNotification(
    input: DismissNotificationInput,
    responder: Responder,
  ): Promise<DismissNotificationResult>;
}
