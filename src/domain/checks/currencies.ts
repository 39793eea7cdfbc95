/** Checks that prices are in currencies that exist, and that no price is given twice. */
import { error } from '../documents/found';
import { didYouMeanOneOf } from '../documents/name-hint';
import type { KeyedDocument } from '../documents/keyed-document';
import type { Price } from '../documents/kinds/plan-document';
import type { Problem } from '../documents/problem';
import type { Check } from './check';

const CURRENCIES: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));

/** Prices of plans and offers, and overage. */
export const currencies: Check = (subject) => {
  const prices = pricesOf(subject);
  return [
    ...prices.flatMap(({ currency }, i) => currencyProblems(currency, `/prices/${i}/currency`)),
    ...prices.flatMap((price, i) => (isRepeated(prices, i) ? [duplicate(price, i)] : [])),
    ...overageProblems(subject),
  ];
};

function pricesOf(subject: KeyedDocument): readonly Price[] {
  return subject.kind === 'plan' || subject.kind === 'offer' ? subject.document.prices : [];
}

function isRepeated(prices: readonly Price[], index: number): boolean {
  const price = prices[index];
  return prices
    .slice(0, index)
    .some(({ currency, interval }) => currency === price?.currency && interval === price.interval);
}

function duplicate({ currency, interval }: Price, index: number): Problem {
  const message = `There are two prices in ${currency} for the interval ${interval}.`;
  return error('DUPLICATE_PRICE', `/prices/${index}`, message, 'Keep the one that is approved.');
}

function overageProblems(subject: KeyedDocument): readonly Problem[] {
  if (subject.kind !== 'plan') return [];
  return Object.entries(subject.document.overage).flatMap(([metric, byCurrency]) =>
    Object.keys(byCurrency).flatMap((code) => currencyProblems(code, `/overage/${metric}/${code}`)),
  );
}

function currencyProblems(code: string, pointer: string): readonly Problem[] {
  if (CURRENCIES.has(code)) return [];
  const hint = didYouMeanOneOf(code, ['USD', 'EUR', 'GBP', ...CURRENCIES]);
  return [error('UNKNOWN_CURRENCY', pointer, `\`${code}\` is no currency of ISO 4217.`, hint)];
}
