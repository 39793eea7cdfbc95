/** Asks whether an account's currency, country and region exist, and agree. */
import { didYouMean } from '../rules/near-names';
import type { Account } from './account';
import type { InputProblem } from './input-problem';
import { KNOWN_COUNTRIES } from './known-countries';

const KNOWN_CURRENCIES: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));

/** ISO 3166-2: a country and one to three letters or digits. */
const REGION = /^([A-Z]{2})-[A-Z0-9]{1,3}$/;

function currencyProblems({ currency }: Account): readonly InputProblem[] {
  if (currency === undefined || KNOWN_CURRENCIES.has(currency)) return [];
  return [
    {
      pointer: '/currency',
      message: `ISO 4217 has no currency \`${currency}\`.`,
      hint: didYouMean(currency, KNOWN_CURRENCIES),
    },
  ];
}

/** Two letters are too few to guess by distance; only case is mended. */
function countryProblems({ country }: Account): readonly InputProblem[] {
  if (country === undefined || KNOWN_COUNTRIES.has(country)) return [];
  const upper = country.slice(0, 2).toUpperCase();
  const hint = KNOWN_COUNTRIES.has(upper)
    ? `Did you mean \`${upper}\`?`
    : 'Two upper-case letters, for instance US.';
  return [{ pointer: '/country', message: 'It is no country code of ISO 3166-1.', hint }];
}

function regionProblems({ country, region }: Account): readonly InputProblem[] {
  if (region === undefined) return [];
  const pointer = '/region';
  const prefix = REGION.exec(region)?.[1];
  if (prefix === undefined || !KNOWN_COUNTRIES.has(prefix))
    return [
      { pointer, message: 'It is no region code of ISO 3166-2.', hint: 'Write it like US-CA or DE-BY.' },
    ];
  if (country === undefined || country === prefix) return [];
  const message = `The region is in ${prefix}, the country is another.`;
  return [{ pointer, message, hint: 'Mend `country`, or give a region of that country.' }];
}

/** Every place that does not exist, and a region outside the country. */
export const placeProblems = (account: Account): readonly InputProblem[] => [
  ...currencyProblems(account),
  ...countryProblems(account),
  ...regionProblems(account),
];
