/** Makes a short-lived token with which a browser speaks for one account. */
import type { AccountNotFound } from '../decide/decision-question';
import type { AccountReader, Clock } from '../ports';
import type { AccountTokenSigner } from './access-ports';
import { refuseInput, type InputRefused } from './input-refused';

/** Seconds a token may live: a minute to a day. */
export const TOKEN_LIFETIME = { shortest: 60, longest: 86_400 } as const;

/** What a token is asked for with. */
export interface AccountTokenRequest {
  readonly accountId: string;
  /** null: the account counts as the user. */
  readonly userId: string | null;
  readonly expiresInSeconds: number;
}

/** A token, to be handed to the browser and to nobody else. */
export interface AccountToken {
  readonly token: string;
  /** RFC 3339, UTC, milliseconds. */
  readonly expiresAt: string;
}

/** What making tokens needs of the world. */
export interface AccountTokenMaking {
  readonly accounts: AccountReader;
  readonly tokens: AccountTokenSigner;
  readonly clock: Clock;
}

/** Nothing is kept: a token ends by its expiry alone. */
export class CreateAccountToken {
  constructor(private readonly ports: AccountTokenMaking) {}

  /** The token, why the request can't be used, or that there is no such account. */
  async execute({
    accountId,
    userId,
    expiresInSeconds,
  }: AccountTokenRequest): Promise<AccountToken | InputRefused | AccountNotFound> {
    const refused = refuseInput(lifetimeProblems(expiresInSeconds));
    if (refused !== null) return refused;
    if ((await this.ports.accounts.snapshot(accountId)) === null) return { failure: 'ACCOUNT_NOT_FOUND' };
    const expiresAt = this.ports.clock.now() + expiresInSeconds * 1_000;
    return {
      token: this.ports.tokens.sign({ accountId, userId, expiresAt }),
      expiresAt: new Date(expiresAt).toISOString(),
    };
  }
}

function* lifetimeProblems(seconds: number) {
  const { shortest, longest } = TOKEN_LIFETIME;
  if (seconds >= shortest && seconds <= longest) return;
  yield {
    pointer: '/expiresInSeconds',
    message: `A token lives ${shortest} to ${longest} seconds, not ${seconds}.`,
  };
}
