/** Records that a notification was put away: it does not come back, and an offer in it counts as dismissed. */
import { putAway } from '../../domain/responses/put-away';
import type { NotificationClaims } from '../ports';
import { badKey } from './input-checks';
import { mayAnswer } from './recommendation-of';
import { recordOnce, type Decided, type Present } from './record-once';
import { answeredBefore, notFound } from './refusals';
import type { RespondPorts } from './respond-ports';
import { answerEntry, noticeEntry } from './response-entries';
import type { DismissNotificationInput, Responder } from './response-inputs';
import type { AlreadyAnswered, DismissNotificationResult, NotificationDismissed } from './response-results';

/** Once per notification of a user; the second time is told of the first. */
export async function dismissNotification(
  ports: RespondPorts,
  input: DismissNotificationInput,
  responder: Responder,
): Promise<DismissNotificationResult> {
  const bad = badKey(input.idempotencyKey);
  if (bad !== null) return bad;
  const read = ports.notificationSigner.verify(input.notificationId);
  if ('failure' in read || !mayAnswer(responder, read.claims)) return notFound('notification');
  const { claims } = read;
  const line = {
    id: ports.ids.next(),
    businessKey: `notification:${ports.hasher.sha256(input.notificationId)}`,
    notificationId: input.notificationId,
  };
  const call = { accountId: claims.accountId, operation: 'dismissNotification', input, handoffs: null };
  return recordOnce(ports, responder, call, (present) => dismiss(present, claims, line));
}

interface Line {
  readonly id: string;
  readonly businessKey: string;
  readonly notificationId: string;
}

function dismiss(
  { past }: Present,
  { accountId, userId, kind, subject, occasion }: NotificationClaims,
  { id, businessKey, notificationId }: Line,
): Decided<NotificationDismissed | AlreadyAnswered> {
  const outcome = putAway(past, { userId, subject, occasion }, kind === 'OFFER' ? subject : null);
  if (outcome.kind === 'already')
    return { history: null, entries: [], result: answeredBefore('DISMISSED', outcome.at) };
  const { history, prompt } = outcome;
  const dismissedAt = new Date(past.now).toISOString();
  const entry =
    prompt === null
      ? noticeEntry({
          id,
          accountId,
          userId,
          subject,
          at: dismissedAt,
          businessKey,
          isOffer: kind === 'OFFER',
        })
      : answerEntry(prompt, prompt.answer, null, {
          id,
          accountId,
          surface: 'IN_APP',
          conversationId: null,
          price: null,
        });
  return {
    history,
    entries: [entry],
    result: { kind: 'NotificationDismissed', notificationId, dismissedAt },
  };
}
