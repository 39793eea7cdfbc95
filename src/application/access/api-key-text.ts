/** Decides how an API key is written, so that a typo is seen without a look-up and a leaked key is recognised for what it is. */
import type { Hasher } from '../ports';
import type { SecretSource } from './access-ports';

const PREFIX = 'edk_';
const CHECKSUM_DIGITS = 8;
const SHAPE = /^edk_[0-9a-f]{48}[0-9a-f]{8}$/;

/** Letters of a key that may be shown again: 32 of its 192 random bits. */
const SHOWN_LETTERS = 12;

/** A new key: `edk_`, 192 random bits, and the first 32 bits of the SHA-256 of all before as a checksum. */
export function newApiKeyText(secrets: SecretSource, hasher: Hasher): string {
  const text = PREFIX + secrets.next();
  return text + checksumOf(text, hasher);
}

/** Whether a text could be a key: its shape and checksum are right. */
export function isApiKeyText(text: string, hasher: Hasher): boolean {
  return (
    SHAPE.test(text) && checksumOf(text.slice(0, -CHECKSUM_DIGITS), hasher) === text.slice(-CHECKSUM_DIGITS)
  );
}

/** What may be shown of a key in lists and logs. */
export function shownPartOf(text: string): string {
  return text.slice(0, SHOWN_LETTERS);
}

function checksumOf(text: string, hasher: Hasher): string {
  return hasher.sha256(text).slice(0, CHECKSUM_DIGITS);
}
