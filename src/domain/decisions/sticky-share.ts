/** Places accounts on a scale from 0 to 1 so that the same account always lands on the same spot. */
import murmurhash from 'murmurhash';

const HASHES = 2 ** 32;

/** A number in [0, 1): MurmurHash3 (32 bits) of `<salt>:<account id>`. Other salts place accounts independently. */
export function stickyShare(salt: string, accountId: string): number {
  return murmurhash.v3(`${salt}:${accountId}`) / HASHES;
}
