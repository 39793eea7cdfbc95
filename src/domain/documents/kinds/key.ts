/** Spells the names that documents, facts and metrics may carry. */
import { z } from 'zod';

/** A document key: kebab-case, compared byte by byte, at most 80 characters. */
export const documentKey = z
  .string()
  .max(80)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be kebab-case: lower-case letters, digits and single hyphens');

/** A metric key: like a document key, underscores allowed, since metering systems name metrics so (`api_calls`). */
export const metricKey = z
  .string()
  .max(80)
  .regex(
    /^[a-z0-9]+([-_][a-z0-9]+)*$/,
    'must be lower-case letters and digits, parted by single hyphens or underscores',
  );

/** A fact name: dotted segments; `*` stands for every metric in the key of a fact document (`usage.*.ratio`). */
export const factKey = z
  .string()
  .max(120)
  .regex(
    /^[a-z][A-Za-z0-9]*(\.(\*|[A-Za-z0-9]+([-_][A-Za-z0-9]+)*))*$/,
    'must be dotted names such as usage.seats.ratio',
  );

/** A timestamp in RFC 3339 with an explicit offset; a calendar day that exists. */
export const timestamp = z.iso.datetime({
  offset: true,
  error: 'must be an RFC 3339 timestamp such as 2026-06-01T00:00:00Z',
});

/** An ISO 4217 currency code. Whether the currency exists is a check of its own. */
export const currencyCode = z
  .string()
  .regex(/^[A-Z]{3}$/, 'must be a three-letter ISO 4217 code such as USD');

/** Money in integer minor units, never negative. */
export const minorUnits = z.int().min(0);
