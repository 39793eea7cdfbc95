/** Keeps handoffs within what people can take on in a calendar month (requirement R7). */
import { calendarPeriod, isInPeriod } from './calendar-period';
import type { Prompt } from './history';
import type { Hold, Past } from './hold';
import type { Showing } from './showing';

/**
 * OWNER_CAPACITY when the month's accepted handoffs fill the policy's number, counted over all accounts of the owner, or the
 * offer's own number, counted over all accounts. Handoffs of the account itself always count.
 */
export function capacityHold(past: Past, showing: Showing): Hold | null {
  if (showing.closeMode !== 'HANDOFF') return null;
  const { policy, handoffs } = past;
  const own = past.history.prompts.filter((prompt) => isHandoffOf(prompt, past.now));
  const ofOwner = Math.max(own.length, handoffs.ofOwner);
  if (ofOwner >= policy.ownerCapacityPerMonth)
    return hold(`${ofOwner} handoffs were accepted`, policy.ownerCapacityPerMonth, past.now);
  const { capacityPerMonth, offerKey } = showing;
  if (capacityPerMonth === null) return null;
  const ownOfOffer = own.filter((prompt) => prompt.offerKey === offerKey).length;
  const ofOffer = Math.max(ownOfOffer, handoffs.ofOffer.get(offerKey) ?? 0);
  return ofOffer < capacityPerMonth
    ? null
    : hold(`${ofOffer} handoffs of this offer were accepted`, capacityPerMonth, past.now);
}

function isHandoffOf({ answer, closeMode }: Prompt, now: number): boolean {
  return answer?.kind === 'ACCEPTED' && closeMode === 'HANDOFF' && isInPeriod('month', answer.at, now);
}

function hold(accepted: string, capacity: number, now: number): Hold {
  const next = new Date(calendarPeriod('month', now).end).toISOString();
  return {
    code: 'OWNER_CAPACITY',
    message: `${accepted} this month of the ${capacity} that people can take on; the next from ${next}.`,
  };
}
