/** Checks the shape of what callers send with an answer. */
import { invalid } from './refusals';
import type { InvalidInput } from './response-results';

const LONGEST_KEY = 200;
const LONGEST_COMMENT = 2_000;
const PRINTABLE = /^[\x21-\x7e]+$/;

/** A key is 1 to 200 visible ASCII characters; null when it is one. */
export function badKey(idempotencyKey: string): InvalidInput | null {
  if (idempotencyKey.length <= LONGEST_KEY && PRINTABLE.test(idempotencyKey)) return null;
  return invalid(
    '/idempotencyKey',
    `An idempotency key is 1 to ${LONGEST_KEY} visible ASCII characters, for instance a UUID.`,
  );
}

/** A comment has at most 2,000 characters, counted as code points; null when it is one, or absent. */
export function badComment(comment: string | null): InvalidInput | null {
  if (comment === null || comment.length <= LONGEST_COMMENT || [...comment].length <= LONGEST_COMMENT)
    return null;
  return invalid('/comment', `A comment has at most ${LONGEST_COMMENT} characters.`);
}
