/** Keeps the keys of a development machine, so that a query pasted yesterday still works today. */
import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Keys that production takes from its environment. */
export interface Secrets {
  readonly adminApiKey: string;
  readonly signingSecret: string;
}

/**
 * Reads `development-secrets.json` in the folder, or makes it (readable by its owner only).
 * A file that cannot be read as such is replaced: development keys are worth nothing.
 */
export function developmentSecrets(folder: string): Secrets {
  const path = join(folder, 'development-secrets.json');
  return readSecrets(path) ?? makeSecrets(folder, path);
}

function readSecrets(path: string): Secrets | null {
  try {
    const { adminApiKey, signingSecret } = JSON.parse(readFileSync(path, 'utf8')) as Partial<Secrets>;
    return adminApiKey && signingSecret ? { adminApiKey, signingSecret } : null;
  } catch {
    return null;
  }
}

function makeSecrets(folder: string, path: string): Secrets {
  const secrets = {
    adminApiKey: `dev_${randomBytes(24).toString('hex')}`,
    signingSecret: randomBytes(32).toString('hex'),
  };
  mkdirSync(folder, { recursive: true });
  writeFileSync(path, JSON.stringify(secrets, null, 2), { mode: 0o600 });
  return secrets;
}
