/** Checks that an offer ends after it begins. */
import { error } from '../documents/found';
import type { Check } from './check';

/** `validUntil` is exclusive, so that an offer that ends when it begins is never valid. */
export const validity: Check = (subject) => {
  if (subject.kind !== 'offer') return [];
  const { validFrom, validUntil } = subject.document;
  if (validUntil === null || Date.parse(validUntil) > Date.parse(validFrom)) return [];
  return [error('EMPTY_VALIDITY', '/validUntil', 'The offer ends before it begins.', 'Exchange the two.')];
};
