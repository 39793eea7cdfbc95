/** Turns what was placed into notifications as the product shows them. */
import type { NoticeAction, Trigger } from '../../domain/decisions/decision';
import type { Placed } from '../../domain/decisions/place-notifications';
import type { NotificationKind } from '../../domain/documents/kinds/vocabulary';
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
  const offer = signOffer(signers.signer, consideration, made);
  const { title, body, priority, treatment, expiresAt, trigger } = offer;
  return {
    id: idOf(signers, consideration, { kind: 'OFFER', subject: offer.offerKey, trigger }),
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
    seenAt: null,
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
  return {
    id: idOf(signers, consideration, { kind, subject: notice.ruleKey, trigger }),
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
    seenAt: null,
    expiresAt,
    data: { ...trigger },
  };
}

interface Identity {
  readonly kind: NotificationKind;
  readonly subject: string;
  readonly trigger: Trigger | null;
}

function idOf(
  { notificationSigner }: NotificationSigners,
  { question, now }: Consideration,
  { kind, subject, trigger }: Identity,
): string {
  const { accountId, userId } = question;
  const occasion = trigger?.crossedAt ?? new Date(now).toISOString().slice(0, 'YYYY-MM'.length);
  return notificationSigner.sign({ accountId, userId, kind, subject, occasion });
}
