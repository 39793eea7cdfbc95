/** Records a not now: the offer is silent until the day the buyer named, and comes back then with what it was about. */
import { recordAnswer } from './record-answer';
import { invalid } from './refusals';
import type { RespondPorts } from './respond-ports';
import type { Responder, SnoozeOfferInput } from './response-inputs';
import type { InvalidInput, OfferSnoozed, SnoozeOfferResult } from './response-results';

const LONGEST_DAYS = 366;
const DAY_MS = 86_400_000;

/** Kept whatever caps and silences say; the day is judged when the call first comes in. */
export function snoozeOffer(
  ports: RespondPorts,
  input: SnoozeOfferInput,
  responder: Responder,
): Promise<SnoozeOfferResult> {
  return recordAnswer<OfferSnoozed, InvalidInput>(ports, input, responder, {
    operation: 'snoozeOffer',
    isYes: false,
    outlivesRecommendation: true,
    judge: ({ past, offer, at }) => {
      const bad = badDay(input.until, past.now);
      if (bad !== null) return { refused: bad };
      const until = new Date(input.until).toISOString();
      return {
        answer: { kind: 'SNOOZED', at, reason: null, silentUntil: until },
        result: { kind: 'OfferSnoozed', offerKey: offer.offerKey, until },
      };
    },
  });
}

function badDay(until: string, now: number): InvalidInput | null {
  const moment = Date.parse(until);
  if (moment > now && moment <= now + LONGEST_DAYS * DAY_MS) return null;
  return invalid('/until', `The day must be in the future and at most ${LONGEST_DAYS} days ahead.`);
}
