/** Places accounts on a scale from 0 to 1 so that the same account always lands on the same spot. */
import murmurhash from 'murmurhash';

const HASHES = 2 ** 32;

/** A number in [0, 1): MurmurHash3 (32 bits) of `<salt>:<account id>`. Other salts place accounts independently. */
export function stickyShare(salt: string, accountId: string): number {
  const text = `${salt}:${accountId}`;
  return murmurhash.v3(asciiBytes(text) ?? text) / HASHES;
}

/** The bytes of a text of ASCII, undefined for any other: encoding takes longer than hashing. */
function asciiBytes(text: string): Uint8Array | undefined {
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code > 0x7f) return undefined;
    bytes[at] = code;
  }
  return bytes;
}
