/** Answers what to show one account in the product, and where. */
import { placeNotifications } from '../../domain/decisions/place-notifications';
import { promptRoom } from '../../domain/decisions/prompt-room';
import type { NotificationSigner } from '../ports';
import { considerAccount } from './consider-account';
import type { DecisionPorts } from './decision-ports';
import type { AccountNotFound, DecisionQuestion } from './decision-question';
import { decisionRecord } from './decision-record';
import { toNotification, type NotificationView } from './notification-view';

/** What notifying needs of the world. */
export interface NotificationPorts extends DecisionPorts {
  readonly notificationSigner: NotificationSigner;
}

/** Most important first. Every offer of the catalogue competes for room; `context.placement` narrows to one place. */
export async function notificationsForAccount(
  ports: NotificationPorts,
  question: DecisionQuestion,
): Promise<readonly NotificationView[] | AccountNotFound> {
  const consideration = await considerAccount(
    ports,
    { ...question, first: Infinity },
    { keepsSurplus: true, beside: ['notices'] },
  );
  if ('failure' in consideration) return consideration;
  const placement = question.context.placement ?? null;
  const { outcome, history, handoffs, release, now } = consideration;
  const room = promptRoom({ history, handoffs, policy: release.policy, now }, question.userId);
  const { placed, dropped } = placeNotifications(outcome, { placement, first: question.first, room });
  ports.log.append(decisionRecord(consideration, { crowdedOut: dropped, notices: outcome.notices }));
  return placed.map((item) => toNotification(ports, consideration, item));
}
