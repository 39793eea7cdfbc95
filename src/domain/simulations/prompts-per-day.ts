/** Projects how many upgrade prompts a day follow from the offers that accounts are made. */
import type { PolicyDocument } from '../documents/kinds/policy-document';

const DAYS_A_YEAR = 365.25;
const PERIODS_A_YEAR = { month: 12, quarter: 4, year: 1 } as const;

/** What the projection goes by. */
export type PromptTerms = Pick<PolicyDocument, 'caps' | 'responseWindowDays'>;

/**
 * Prompts a day if every account came by every day and what it is offered stayed: each offer opens one prompt per response
 * window, and no more prompts open than the caps allow in their periods. One user an account. `offered` are accounts by the
 * number of their offers, from 0.
 */
export function promptsPerDay(offered: readonly number[], terms: PromptTerms): number {
  return offered.reduce((sum, accounts, offers) => sum + accounts * ratePerAccount(offers, terms), 0);
}

function ratePerAccount(offers: number, { caps, responseWindowDays }: PromptTerms): number {
  const perDay = ({ limit, period }: PromptTerms['caps'][number]) =>
    (limit * PERIODS_A_YEAR[period]) / DAYS_A_YEAR;
  const ofOffer = caps.filter(({ scope }) => scope === 'offer').map(perDay);
  const ofAccount = caps.filter(({ scope }) => scope !== 'offer').map(perDay);
  return Math.min(offers * Math.min(1 / responseWindowDays, ...ofOffer), ...ofAccount);
}
