/** Says what a metric document holds: how usage of one thing is counted. */
import { z } from 'zod';
import { metricKey } from './key';

/** `sum` adds up, `max` keeps the peak, `latest` keeps the last known level. */
export const AGGREGATIONS = ['sum', 'max', 'latest'] as const;

/** `calendar-month` starts anew on the first of the month (UTC), `rolling-30d` looks back 30 days, `none` never resets. */
export const METRIC_PERIODS = ['calendar-month', 'rolling-30d', 'none'] as const;
export type MetricPeriod = (typeof METRIC_PERIODS)[number];

/** The shape of `rules/metric/<key>.json`. */
export const metricDocumentSchema = z.strictObject({
  key: metricKey,
  name: z.string().min(1).max(80).describe('As a customer reads it, for instance Seats.'),
  unit: z.string().min(1).max(40).describe('The plural noun that follows a number, for instance seats.'),
  description: z.string().max(400).optional(),
  aggregation: z.enum(AGGREGATIONS),
  period: z.enum(METRIC_PERIODS),
  sustainedRatio: z
    .number()
    .gt(0)
    .max(10)
    .optional()
    .describe('`usage.<metric>.sustainedDays` counts days at or above this ratio.'),
});
export type MetricDocument = z.infer<typeof metricDocumentSchema>;
