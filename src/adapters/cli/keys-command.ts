/** Carries out `keys`: makes, lists and revokes API keys. */
import type { InputRefused } from '../../application/access/input-refused';
import type { ApiKeyLine } from '../../application/access/list-api-keys';
import type { ApiKeyRequest, NewApiKey } from '../../application/access/create-api-key';
import type { KeyOptions } from './program';
import { withService } from './with-service';
import type { Workbench } from './workbench';

const DONE = 0;
const REFUSED = 1;
const NOT_UNDERSTOOD = 2;

/** Prints the secret, this once. Exit codes: 0 made, 2 not understood. */
export function createKey(workbench: Workbench, options: KeyOptions): Promise<number> {
  const request: ApiKeyRequest = {
    name: options.name,
    scopes: options.scopes.split(',').map((scope) => scope.trim()),
    expiresAt: options.expires ?? null,
  };
  return withService(workbench, async (service) => {
    const made = await service.keys.create(request);
    workbench.print('failure' in made ? refusedText(made) : madeText(made));
    return 'failure' in made ? NOT_UNDERSTOOD : DONE;
  });
}

/** One line per key, oldest first. */
export function listKeys(workbench: Workbench): Promise<number> {
  return withService(workbench, async ({ keys }) => {
    const lines = await keys.list();
    workbench.print(lines.length === 0 ? 'There are no API keys yet.\n' : lines.map(lineOf).join(''));
    return DONE;
  });
}

/** Exit codes: 0 revoked, 1 there was nothing to revoke. */
export function revokeKey(workbench: Workbench, id: string): Promise<number> {
  return withService(workbench, async ({ keys }) => {
    const revoked = await keys.revoke(id);
    workbench.print(
      revoked
        ? `Revoked ${id}; every replica refuses it within 5 seconds.\n`
        : `There is no key ${JSON.stringify(id)} in force. \`npm run keys -- list\` shows them.\n`,
    );
    return revoked ? DONE : REFUSED;
  });
}

function madeText({ key, secret }: NewApiKey): string {
  return `${secret}\n\nThis is key ${key.id} with ${key.scopes.join(', ')}. It is shown this once; keep it somewhere safe.\n`;
}

function refusedText({ message }: InputRefused): string {
  return `No key was made. ${message}\n`;
}

function lineOf({ id, prefix, state, name, scopes, createdAt, expiresAt }: ApiKeyLine): string {
  const end = expiresAt === null ? '' : ` until ${expiresAt}`;
  return `${id}  ${prefix}…  ${state.padEnd(8)}  ${createdAt}${end}  ${name}  ${scopes.join(' ')}\n`;
}
