/** Answers what to show one account in the product, and where. */
import { placeNotifications, type Placed } from '../../domain/decisions/place-notifications';
import { promptRoom } from '../../domain/decisions/prompt-room';
import type { NotificationSigner } from '../ports';
import { considerAccount, type Consideration, type ConsiderationPorts } from './consider-account';
import type { Placing } from './decision-payload';
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
  const considered = await considerNotifications(ports, question);
  if ('failure' in considered) return considered;
  const { consideration, placing, placed } = considered;
  ports.log.append(decisionRecord(consideration, placing));
  return placed.map((item) => toNotification(ports, consideration, item));
}

/** What is shown where, and what the log tells of it. */
export interface ConsideredNotifications {
  readonly consideration: Consideration;
  readonly placing: Placing;
  readonly placed: readonly Placed[];
}

/** The same without words, ids or a line in the log. */
export async function considerNotifications(
  ports: ConsiderationPorts,
  question: DecisionQuestion,
): Promise<ConsideredNotifications | AccountNotFound> {
  const consideration = await considerAccount(
    ports,
    { ...question, first: Infinity },
    { keepsSurplus: true, beside: ['notices'] },
  );
  if ('failure' in consideration) return consideration;
  const placement = question.context.placement ?? null;
  const { outcome, history, handoffs, release, now } = consideration;
  const room = promptRoom({ history, handoffs, policy: release.policy, now }, question.userId);
  const { first } = question;
  const { placed, dropped } = placeNotifications(outcome, { placement, first, room });
  return { consideration, placed, placing: { crowdedOut: dropped, notices: outcome.notices, placed: first } };
}
