/** Warns of prices that are missing where others of the family have one. */
import type { DocumentSet } from '../documents/document-set';
import { warning } from '../documents/found';
import type { KeyedDocument } from '../documents/keyed-document';
import type { Price } from '../documents/kinds/plan-document';
import type { Problem } from '../documents/problem';
import type { Check } from './check';

/** What is sold at prices of its own. */
interface Sold {
  readonly family: string;
  readonly prices: readonly Price[];
}

/**
 * A currency is in use by an interval when an active plan, add-on or pack of the same family has a price in it. Accounts that pay
 * so are offered nothing that has none. What is retired neither needs a price nor puts one in use; neither does what has no
 * price at all.
 */
export const missingPrices: Check = (subject, context) => {
  const sold = soldBy(subject);
  if (sold === null) return [];
  const own = sold.prices.map(cellOf);
  const inUse = context.derived(cellsByFamily).get(sold.family)?.split(SEPARATOR) ?? [];
  return inUse.filter((cell) => !own.includes(cell)).map((cell) => missing(cell, sold.family));
};

const SEPARATOR = ', ';

function soldBy(subject: KeyedDocument): Sold | null {
  if (subject.kind !== 'plan' && subject.kind !== 'offer') return null;
  const { key, status, prices, family = key } = subject.document;
  return status === 'retired' || prices.length === 0 ? null : { family, prices };
}

/** Spelled out, since texts are the same when they say the same: a document is not judged anew for another amount. */
function cellsByFamily({ plan, offer }: DocumentSet): ReadonlyMap<string, string> {
  const cells = new Map<string, Set<string>>();
  const subjects = [
    ...[...plan].map(([key, document]) => ({ kind: 'plan', key, document }) as const),
    ...[...offer].map(([key, document]) => ({ kind: 'offer', key, document }) as const),
  ];
  for (const subject of subjects) {
    const { family, prices } = soldBy(subject) ?? { family: '', prices: [] };
    cells.set(family, new Set([...(cells.get(family) ?? []), ...prices.map(cellOf)]));
  }
  return new Map([...cells].map(([family, inUse]) => [family, [...inUse].sort().join(SEPARATOR)]));
}

function cellOf({ currency, interval }: Price): string {
  return `${currency} per ${interval}`;
}

function missing(cell: string, family: string): Problem {
  const message = `There is no price in ${cell}, in which others of the family \`${family}\` are sold.`;
  return warning(
    'PRICE_MISSING',
    '/prices',
    message,
    'Add the approved price; accounts that pay so are offered nothing.',
  );
}
