/** Digests texts by which documents and releases are addressed. */
import { hash } from 'node:crypto';
import type { Hasher } from '../../application/ports';

/** SHA-256 over the UTF-8 bytes, in lower-case hex. */
export const sha256Hasher: Hasher = {
  sha256: (text) => hash('sha256', text, 'hex'),
};
