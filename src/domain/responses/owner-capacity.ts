/** Keeps handoffs within what people can take on in a calendar month (requirement R7). */
import { calendarPeriod, isInPeriod } from './calendar-period';
import type { Prompt } from './history';
import type { Hold, Past } from './hold';
import type { Showing } from './showing';

/** OWNER_CAPACITY when the month's accepted handoffs of the account fill the policy's number, or those of the offer its own. */
export function capacityHold({ history, policy, now }: Past, showing: Showing): Hold | null {
  if (showing.closeMode !== 'HANDOFF') return null;
  const accepted = history.prompts.filter((prompt) => isHandoffOf(prompt, now));
  const ofOffer = accepted.filter(({ offerKey }) => offerKey === showing.offerKey);
  if (accepted.length >= policy.ownerCapacityPerMonth)
    return hold(accepted.length, policy.ownerCapacityPerMonth, now);
  const { capacityPerMonth } = showing;
  const isFull = capacityPerMonth !== null && ofOffer.length >= capacityPerMonth;
  return isFull ? hold(ofOffer.length, capacityPerMonth, now) : null;
}

function isHandoffOf({ answer, closeMode }: Prompt, now: number): boolean {
  return answer?.kind === 'ACCEPTED' && closeMode === 'HANDOFF' && isInPeriod('month', answer.at, now);
}

function hold(accepted: number, capacity: number, now: number): Hold {
  const next = new Date(calendarPeriod('month', now).end).toISOString();
  return {
    code: 'OWNER_CAPACITY',
    message: `${accepted} handoffs were accepted this month of the ${capacity} that people can take on; the next from ${next}.`,
  };
}
