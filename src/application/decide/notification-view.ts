/** Turns what was placed into notifications as the product shows them. */
import type { NoticeAction, Trigger } from '../../domain/decisions/decision';
import type { Placed } from '../../domain/decisions/place-notifications';
import type { NotificationKind } from '../../domain/documents/kinds/vocabulary';
import {
  notificationState,
  occasionOf,
  type NotificationIdentity,
} from '../../domain/responses/notification-states';
import { openPrompt } from '../../domain/responses/prompt-life';
import type { NotificationSigner, RecommendationSigner } from '../ports';
import type { Consideration } from './consider-account';
import { signOffer, type OfferView } from './sign-offer';

/** A notification, ready to show. */
export interface NotificationView {
  /** The same until it is answered or its occasion has passed. */
  readonly id: string;
  readonly schemaVersion: 1;
  readonly kind: NotificationKind;
  readonly placement: string;
  readonly priority: number;
  readonly title: string;
  readonly body: string;
  readonly actions: readonly NoticeAction[];
  readonly offer: OfferView | null;
  readonly treatment: string | null;
  readonly dismissible: boolean;
  readonly snoozable: boolean;
  readonly seenAt: string | null;
  readonly expiresAt: string | null;
  readonly data: Readonly<Record<string, unknown>>;
}

/** What signs the two kinds of id. */
export interface NotificationSigners {
  readonly signer: RecommendationSigner;
  readonly notificationSigner: NotificationSigner;
}

const ASK_LATER = 'Ask me later';

/** The view of one placed offer or notice. */
export function toNotification(
  signers: NotificationSigners,
  consideration: Consideration,
  placed: Placed,
): NotificationView {
  return 'offer' in placed
    ? offerNotification(signers, consideration, placed)
    : noticeNotification(signers, consideration, placed);
}

function offerNotification(
  signers: NotificationSigners,
  consideration: Consideration,
  { placement, offer: made }: Extract<Placed, { kind: 'OFFER' }>,
): NotificationView {
  const { history, question, now } = consideration;
  const offer = signOffer(signers.signer, consideration, made);
  const { title, body, priority, treatment, expiresAt, trigger } = offer;
  return {
    id: idOf(signers, consideration, 'OFFER', identityOf(consideration, offer.offerKey, trigger)),
    schemaVersion: 1,
    kind: 'OFFER',
    placement,
    priority,
    title,
    body,
    actions: [
      { kind: 'ACCEPT', label: offer.acceptLabel, url: null },
      { kind: 'DECLINE', label: offer.declineLabel, url: null },
      { kind: 'SNOOZE', label: ASK_LATER, url: null },
    ],
    offer,
    treatment,
    dismissible: true,
    snoozable: true,
    seenAt: openPrompt(history, { userId: question.userId, offerKey: offer.offerKey }, now)?.openedAt ?? null,
    expiresAt,
    data: { ...trigger },
  };
}

function noticeNotification(
  signers: NotificationSigners,
  consideration: Consideration,
  { kind, placement, notice }: Exclude<Placed, { kind: 'OFFER' }>,
): NotificationView {
  const { priority, title, body, actions, dismissible, snoozable, trigger, expiresAt } = notice;
  const identity = identityOf(consideration, notice.ruleKey, trigger);
  return {
    id: idOf(signers, consideration, kind, identity),
    schemaVersion: 1,
    kind,
    placement,
    priority,
    title,
    body,
    actions,
    offer: null,
    treatment: null,
    dismissible,
    snoozable,
    seenAt: notificationState(consideration.history, identity)?.seenAt ?? null,
    expiresAt,
    data: { ...trigger },
  };
}

function identityOf(
  { question, now }: Consideration,
  subject: string,
  trigger: Trigger | null,
): NotificationIdentity {
  return { userId: question.userId, subject, occasion: occasionOf(trigger?.crossedAt ?? null, now) };
}

function idOf(
  { notificationSigner }: NotificationSigners,
  { question }: Consideration,
  kind: NotificationKind,
  identity: NotificationIdentity,
): string {
  return notificationSigner.sign({ accountId: question.accountId, kind, ...identity });
}
