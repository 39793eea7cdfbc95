/** Asks of an account whose members are right one by one whether they agree with each other, the catalogue and the calendar. */
import type { DocumentSet } from '../documents/document-set';
import { didYouMeanOneOf } from '../documents/name-hint';
import type { Account } from './account';
import { attributeProblems } from './attribute-problems';
import { farAheadProblems } from './input-fields';
import type { InputProblem } from './input-problem';
import { placeProblems } from './place-problems';

/** The published catalogue an account's plan and add-ons must be in. */
export type AccountCatalogue = Pick<DocumentSet, 'plan' | 'offer'>;

const KINDS_HELD: ReadonlySet<string> = new Set(['ADD_ON', 'CAPACITY', 'CROSS_SELL']);

function planProblems({ plan }: Account, catalogue: AccountCatalogue): readonly InputProblem[] {
  if (plan === undefined || catalogue.plan.has(plan)) return [];
  const hint = didYouMeanOneOf(plan, catalogue.plan.keys());
  return [{ pointer: '/plan', message: `The catalogue has no plan \`${plan}\`.`, hint }];
}

function addOnProblems({ addOns = [] }: Account, catalogue: AccountCatalogue): readonly InputProblem[] {
  const offers = [...catalogue.offer.values()].filter(({ kind }) => KINDS_HELD.has(kind));
  const held = new Set([...offers.map(({ key }) => key), ...catalogue.plan.keys()]);
  return addOns.flatMap((key, index) => {
    if (held.has(key)) return [];
    const message = `The catalogue has no add-on, capacity, cross-sell or plan \`${key}\`.`;
    return [{ pointer: `/addOns/${index}`, message, hint: didYouMeanOneOf(key, held) }];
  });
}

function churnProblems({ status, churnedAt, paidSince }: Account): readonly InputProblem[] {
  const pointer = '/churnedAt';
  if (status === 'CHURNED' && churnedAt === undefined)
    return [
      { pointer, message: 'A churned account needs `churnedAt`.', hint: 'Say when it stopped paying.' },
    ];
  if (status !== 'CHURNED' && churnedAt !== undefined)
    return [
      {
        pointer,
        message: `An account that is ${status} cannot have churned.`,
        hint: 'Leave `churnedAt` out, or set the status to CHURNED.',
      },
    ];
  if (churnedAt !== undefined && paidSince !== undefined && churnedAt < paidSince)
    return [{ pointer, message: 'It cannot have churned before it paid.', hint: 'Compare `paidSince`.' }];
  return [];
}

function futureProblems(account: Account, now: number): readonly InputProblem[] {
  const { paidSince, planSince, churnedAt, health } = account;
  return [
    ...farAheadProblems('/paidSince', paidSince, now),
    ...farAheadProblems('/planSince', planSince, now),
    ...farAheadProblems('/churnedAt', churnedAt, now),
    ...farAheadProblems('/health/asOf', health?.asOf, now),
  ];
}

/** Every disagreement. `now` is in milliseconds. */
export function accountProblems(
  account: Account,
  catalogue: AccountCatalogue,
  now: number,
): readonly InputProblem[] {
  return [
    ...planProblems(account, catalogue),
    ...addOnProblems(account, catalogue),
    ...churnProblems(account),
    ...futureProblems(account, now),
    ...placeProblems(account),
    ...attributeProblems(account.attributes ?? {}),
  ];
}
