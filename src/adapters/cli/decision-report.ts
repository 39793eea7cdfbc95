/** Prints one decision for a person: the offers with their words and figures, then why each other offer was not made. */
import pc from 'picocolors';
import type { DecisionView } from '../../application/decide/decide-for-account';
import type { OfferView } from '../../application/decide/sign-offer';
import type { NotificationView } from '../../application/decide/notification-view';
import type { Money } from '../../domain/decisions/decision';
import { minorUnitsPerUnit } from '../../domain/orders/minor-units';

/** Several paragraphs, ending in a newline. */
export function decisionReport(decision: DecisionView, notifications: readonly NotificationView[]): string {
  const { accountId, motion, motionReason, readiness, release } = decision;
  return [
    `${pc.bold(accountId)}  motion ${pc.cyan(motion)} (${motionReason})  readiness ${readiness}  release ${release}`,
    ...(decision.offers.length === 0 ? ['  No offer.'] : decision.offers.map(offerParagraph)),
    ...notifications.filter(({ offer }) => offer === null).map(noticeParagraph),
    decision.suppressed
      .map(({ offerKey, code, message }) => `  ${pc.dim(offerKey)} ${pc.yellow(code)} ${pc.dim(message)}`)
      .join('\n'),
    '',
  ].join('\n');
}

function offerParagraph(offer: OfferView): string {
  const { price, valueCase, trigger } = offer;
  const lines = [
    `${offer.rank}. ${pc.green(offer.title)}  [${offer.acceptLabel}] [${offer.declineLabel}]`,
    ...(offer.disclosure === null ? [] : [offer.disclosure]),
    offer.body,
    pc.dim(`why: ${offer.whyShown}`),
    ...(valueCase === null ? [] : [pc.dim(`value: ${valueCase.statement}`)]),
    ...(trigger === null
      ? []
      : [
          pc.dim(
            `trigger: ${trigger.used} of ${trigger.limit ?? 'unlimited'} ${trigger.unit}, crossed ${trigger.crossedAt ?? 'no threshold'}`,
          ),
        ]),
    pc.dim(
      `price: ${price.current === null ? 'nothing' : money(price.current)} → ${money(price.proposed)} a ${price.interval.toLowerCase()}`,
    ),
    pc.dim(
      `${offer.offerKey}, ${offer.signal}, treatment ${offer.treatment}, ${offer.closeMode}, score ${offer.score} = ${terms(offer)}`,
    ),
  ];
  return lines.map((line, at) => (at === 0 ? `  ${line}` : `     ${line}`)).join('\n');
}

function noticeParagraph({ kind, placement, title, body }: NotificationView): string {
  return `  ${pc.blue(kind)} on ${placement}: ${title}\n     ${body}`;
}

function terms({ scoreTerms }: OfferView): string {
  return scoreTerms.map(({ term, points }) => `${term} ${points}`).join(' + ');
}

function money({ minorUnits, currency }: Money): string {
  const format = new Intl.NumberFormat('en-US', { style: 'currency', currency });
  return format.format(minorUnits / minorUnitsPerUnit(currency));
}
