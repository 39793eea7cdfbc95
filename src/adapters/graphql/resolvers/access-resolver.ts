/** Lets administrators make and revoke what opens the API. */
import 'reflect-metadata';
import { Arg, Ctx, ID, Int, Mutation, Resolver } from 'type-graphql';
import type { AccountToken } from '../../../application/access/create-account-token';
import { actorOf } from '../actor-of';
import { optionalId, requireId } from '../arguments';
import { accountNotFound, invalidArgument } from '../refusals';
import type { RequestContext } from '../request-context';
import { RequiresScope } from '../scope';
import { AccountTokenShown, CreateApiKeyFields, CreateApiKeyPayload } from '../types/access';

const DEFAULT_LIFETIME_SECONDS = 900;

/** Mutations of administrators. */
@Resolver()
export class AccessResolver {
  @RequiresScope('admin')
  @Mutation(() => CreateApiKeyPayload, {
    description:
      'Makes an API key. Its secret is in this answer and nowhere else; every call makes another key.',
  })
  async createApiKey(
    @Arg('input', () => CreateApiKeyFields, { description: 'What the key is for and may do.' })
    { name, scopes, expiresAt }: CreateApiKeyFields,
    @Ctx() request: RequestContext,
  ): Promise<object> {
    const made = await request.services.access.createApiKey(
      { name, scopes, expiresAt: expiresAt ?? null },
      actorOf(request.caller),
    );
    return 'failure' in made
      ? { apiKey: null, secret: null, error: { ...made, kind: 'InvalidInput', code: made.failure } }
      : { apiKey: made.key, secret: made.secret, error: null };
  }

  @RequiresScope('admin')
  @Mutation(() => Boolean, {
    description:
      'Revokes an API key; every replica refuses it within 5 seconds. False when there is no such key or it was revoked before.',
  })
  revokeApiKey(
    @Arg('id', () => ID, { description: 'Id of the key, not its secret.' }) id: string,
    @Ctx() request: RequestContext,
  ): Promise<boolean> {
    return request.services.access.revokeApiKey(requireId('id', id), actorOf(request.caller));
  }

  @RequiresScope('admin')
  @Mutation(() => AccountTokenShown, {
    description:
      'Makes a token with which a browser reads and answers the offers of one account. An unknown account is the error ACCOUNT_NOT_FOUND.',
  })
  async createAccountToken(
    @Arg('accountId', () => ID, { description: 'The only account the token reaches.' }) accountId: string,
    @Arg('userId', () => ID, {
      nullable: true,
      description: 'The only user it speaks for; without one the account counts as the user.',
    })
    userId: string | null,
    @Arg('expiresInSeconds', () => Int, {
      nullable: true,
      defaultValue: DEFAULT_LIFETIME_SECONDS,
      description: 'How long it lives, 60 to 86,400 seconds.',
    })
    expiresInSeconds: number | null,
    @Ctx() request: RequestContext,
  ): Promise<AccountToken> {
    const made = await request.services.access.createAccountToken({
      accountId: requireId('accountId', accountId),
      userId: optionalId('userId', userId),
      expiresInSeconds: expiresInSeconds ?? DEFAULT_LIFETIME_SECONDS,
    });
    if (!('failure' in made)) return made;
    if (made.failure === 'ACCOUNT_NOT_FOUND') throw accountNotFound(accountId);
    throw invalidArgument('expiresInSeconds', made.message);
  }
}
