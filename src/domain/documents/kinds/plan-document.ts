/** Says what a plan document holds: tier, prices, limits, thresholds and features. */
import { z } from 'zod';
import { BILLING_INTERVALS } from './vocabulary';
import { currencyCode, documentKey, metricKey, minorUnits } from './key';

/** An approved list price for one currency and billing interval. */
export const priceSchema = z.strictObject({
  currency: currencyCode,
  interval: z.enum(BILLING_INTERVALS),
  minorUnits: minorUnits.describe('Integer minor units of the currency: 14900 is $149.00.'),
});
export type Price = z.infer<typeof priceSchema>;

/** A mark on a metric's scale: a share of the limit, or a number of units. */
export const thresholdSchema = z.union([
  z.strictObject({ ratio: z.number().gt(0).max(10).describe('Share of the limit; 1 is 100 %.') }),
  z.strictObject({ absolute: z.number().min(0).describe('A number of units, whatever the limit.') }),
]);
export type Threshold = z.infer<typeof thresholdSchema>;

/** The shape of `rules/plan/<key>.json`. */
export const planDocumentSchema = z.strictObject({
  key: documentKey,
  name: z.string().min(1).max(80),
  description: z.string().max(400).optional(),
  family: documentKey.describe('The product; plans of one family are tiers of one another.'),
  tier: z.int().min(0).max(100).describe('Order within the family; a higher tier is an upgrade.'),
  base: z.boolean().default(true).describe('Whether tenure on it counts for rule 1 of the upsell rules.'),
  status: z
    .enum(['active', 'retired'])
    .default('active')
    .describe('A retired plan is honoured but never offered.'),
  features: z.array(documentKey),
  prices: z.array(priceSchema).min(1),
  limits: z
    .record(metricKey, z.number().min(0).nullable())
    .describe('100 % of each metric; null is unlimited, a metric not named has no limit known.'),
  overage: z
    .record(metricKey, z.record(currencyCode, minorUnits))
    .default({})
    .describe('Minor units charged per unit over the limit.'),
  thresholds: z
    .record(metricKey, z.array(thresholdSchema).min(1).max(10))
    .default({})
    .describe('Crossings recorded per metric.'),
});
export type PlanDocument = z.infer<typeof planDocumentSchema>;
