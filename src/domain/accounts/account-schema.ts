/** Says which members an account may have and what each must look like on its own. */
import { z } from 'zod';
import { ACCOUNT_STATUSES, BILLING_INTERVALS, CONTRACT_TERMS } from '../documents/kinds/vocabulary';
import { currencyCode } from '../documents/kinds/key';
import { callersId, fitsIndex, line, TOO_LONG_FOR_INDEX, utcTimestamp } from './input-fields';

/** Add-ons one account may have. */
const MOST_ADD_ONS = 100;

/** Passed on as it is: reading it as a record would drop forbidden names without a word. */
const isObject = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const contractSchema = z.strictObject({
  term: z.enum(CONTRACT_TERMS),
  renewsAt: utcTimestamp.optional(),
});

const healthSchema = z.strictObject({
  csat: z.number().min(1).max(5).optional(),
  sentiment: z.number().min(-1).max(1).optional(),
  openEscalations: z.int().min(0).optional(),
  billingIssue: z.boolean().optional(),
  churnRisk: z.number().min(0).max(1).optional(),
  usageDropOff: z.boolean().optional(),
  asOf: utcTimestamp.optional(),
});

const contactSchema = z.strictObject({
  name: line(200).optional(),
  phone: line(40).optional(),
  email: line(320).optional(),
});

/** An account with its members right one by one; whether they agree with each other is asked by `accountProblems`. */
export const accountSchema = z.strictObject({
  id: callersId,
  name: line(200),
  status: z.enum(ACCOUNT_STATUSES),
  plan: line(80).optional(),
  billingInterval: z.enum(BILLING_INTERVALS).optional(),
  currency: currencyCode.optional(),
  paidSince: utcTimestamp.optional(),
  planSince: utcTimestamp.optional(),
  churnedAt: utcTimestamp.optional(),
  segment: line(80).refine(fitsIndex, TOO_LONG_FOR_INDEX).optional(),
  industry: line(80).optional(),
  country: line(10).optional(),
  region: line(10).optional(),
  contract: contractSchema.optional(),
  health: healthSchema.optional(),
  owner: line(200).optional(),
  csm: line(200).optional(),
  crmId: line(200).optional(),
  contact: contactSchema.optional(),
  addOns: z.array(line(80)).max(MOST_ADD_ONS).optional(),
  attributes: z.custom<Readonly<Record<string, unknown>>>(isObject, 'must be an object').optional(),
  test: z.boolean().optional(),
});
