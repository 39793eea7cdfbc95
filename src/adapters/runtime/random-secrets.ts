/** Makes secrets out of the operating system's randomness. */
import { randomBytes } from 'node:crypto';
import type { SecretSource } from '../../application/access/access-ports';

const BYTES = 24;

/** 192 bits each, from a source fit for keys. */
export const randomSecrets: SecretSource = { next: () => randomBytes(BYTES).toString('hex') };
