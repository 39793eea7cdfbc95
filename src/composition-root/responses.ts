/** Hands the recording use cases what they record with. */
import { sha256Hasher } from '../adapters/runtime/sha256-hasher';
import type { NotificationPorts } from '../application/decide/notifications-for-account';
import { acceptOffer } from '../application/respond/accept-offer';
import { declineOffer } from '../application/respond/decline-offer';
import { dismissNotification } from '../application/respond/dismiss-notification';
import { recordImpressions } from '../application/respond/record-impressions';
import type { ResponseStore } from '../application/respond/response-ports';
import type { ResponseServices } from '../application/respond/response-services';
import { snoozeOffer } from '../application/respond/snooze-offer';

/** The use cases over the clock, the signers and the release that decisions are made with. */
export function buildResponses(decisions: NotificationPorts, responses: ResponseStore): ResponseServices {
  const ports = { ...decisions, responses, hasher: sha256Hasher };
  return {
    recordImpressions: (input, responder) => recordImpressions(ports, input, responder),
    acceptOffer: (input, responder) => acceptOffer(ports, input, responder),
    declineOffer: (input, responder) => declineOffer(ports, input, responder),
    snoozeOffer: (input, responder) => snoozeOffer(ports, input, responder),
    dismissNotification: (input, responder) => dismissNotification(ports, input, responder),
  };
}
