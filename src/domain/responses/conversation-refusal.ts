/** Ends the offers of a conversation with the first no in it (requirement R3). */
import type { Timestamp } from '../accounts/account';
import type { History } from './history';
import type { Hold, Past } from './hold';
import type { Showing } from './showing';

/** REFUSED_IN_CONVERSATION, whichever offer was refused there. */
export function refusalHold(
  { history }: Past,
  { conversationId }: Pick<Showing, 'conversationId'>,
): Hold | null {
  if (conversationId === null) return null;
  const refusal = history.refusals.find((known) => known.conversationId === conversationId);
  if (refusal === undefined) return null;
  return {
    code: 'REFUSED_IN_CONVERSATION',
    message: `An offer was refused in this conversation at ${refusal.at}.`,
  };
}

/** The history with a no in a conversation; the first counts. Unchanged without a conversation. */
export function withRefusal(history: History, conversationId: string | null, at: Timestamp): History {
  const known = history.refusals.some((refusal) => refusal.conversationId === conversationId);
  if (conversationId === null || known) return history;
  return { ...history, refusals: [...history.refusals, { conversationId, at }] };
}
