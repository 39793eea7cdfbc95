/** Checks that the members of an offer go with its kind. */
import { error, warning } from '../documents/found';
import type { OfferDocument } from '../documents/kinds/offer-document';
import type { Motion, OfferKind } from '../documents/kinds/vocabulary';
import type { Problem } from '../documents/problem';
import type { Check } from './check';

type Member = 'plan' | 'prices' | 'features' | 'adds';

interface Demand {
  readonly needs: readonly Member[];
  readonly refuses: readonly Member[];
  /** The motion such an offer belongs to; null when several make sense. */
  readonly motion: Motion | null;
}

const LEADS_TO_PLAN = { needs: ['plan'], refuses: ['prices', 'adds', 'features'] } as const;

const DEMANDS: Readonly<Record<OfferKind, Demand>> = {
  PLAN_UPGRADE: { ...LEADS_TO_PLAN, motion: null },
  PLAN_DOWNGRADE: { ...LEADS_TO_PLAN, motion: 'DOWNGRADE' },
  RETURN_OFFER: { ...LEADS_TO_PLAN, motion: 'WIN_BACK' },
  ADD_ON: { needs: ['features', 'prices'], refuses: ['plan', 'adds'], motion: null },
  CAPACITY: { needs: ['adds', 'prices'], refuses: ['plan', 'features'], motion: null },
  CROSS_SELL: { needs: ['plan'], refuses: ['prices', 'adds'], motion: 'CROSS_SELL' },
};

/** What each kind needs and what it cannot have; a motion that is not its own is worth a second look. */
export const offerKind: Check = (subject) => {
  if (subject.kind !== 'offer') return [];
  const { kind, motion } = subject.document;
  const { needs, refuses, motion: own } = DEMANDS[kind];
  return [
    ...needs.filter((member) => !has(subject.document, member)).map((member) => needed(kind, member)),
    ...refuses.filter((member) => has(subject.document, member)).map((member) => refused(kind, member)),
    ...(own === null || own === motion ? [] : [otherMotion(kind, own)]),
  ];
};

function has(offer: OfferDocument, member: Member): boolean {
  const value = offer[member];
  return typeof value === 'object' ? Object.keys(value).length > 0 : value !== undefined;
}

function needed(kind: OfferKind, member: Member): Problem {
  return error(
    'OFFER_KIND',
    `/${member}`,
    `An offer of kind ${kind} needs \`${member}\`.`,
    `Add \`${member}\`.`,
  );
}

function refused(kind: OfferKind, member: Member): Problem {
  const message = `An offer of kind ${kind} has no use for \`${member}\`.`;
  return error('OFFER_KIND', `/${member}`, message, `Take \`${member}\` out, or change the kind.`);
}

function otherMotion(kind: OfferKind, own: Motion): Problem {
  return warning('OFFER_MOTION', '/motion', `An offer of kind ${kind} usually belongs to the motion ${own}.`);
}
