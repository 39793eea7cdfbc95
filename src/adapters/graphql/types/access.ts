/** Shows and takes in what lets callers in: API keys and account tokens. */
import 'reflect-metadata';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { DateTime } from '../scalars/date-time';
import { DomainError } from './domain-error';

/** What a key is asked for with. */
@InputType('CreateApiKeyInput', { description: 'What an API key is for and may do.' })
export class CreateApiKeyFields {
  @Field(() => String, { description: 'What people call it, 1 to 100 characters.' })
  name!: string;

  @Field(() => [String], { description: 'What it may do: scopes such as offers:read.' })
  scopes!: string[];

  @Field(() => DateTime, { nullable: true, description: 'From then on it is refused; default: never.' })
  expiresAt?: string | null;
}

/** A key without its secret. */
@ObjectType('ApiKey', { simpleResolvers: true, description: 'An API key without its secret.' })
export class ApiKeyShown {
  @Field(() => ID, { description: 'Names the key; `revokeApiKey` takes it.' })
  id!: string;

  @Field(() => String, { description: 'What people call it.' })
  name!: string;

  @Field(() => String, { description: 'The first letters of its secret, to tell keys apart.' })
  prefix!: string;

  @Field(() => [String], { description: 'What it may do.' })
  scopes!: readonly string[];

  @Field(() => DateTime, { description: 'When it was made.' })
  createdAt!: string;

  @Field(() => DateTime, { nullable: true, description: 'From then on it is refused; null: never.' })
  expiresAt!: string | null;
}

/** A new key. */
@ObjectType({ simpleResolvers: true, description: 'A new API key, or why there is none.' })
export class CreateApiKeyPayload {
  @Field(() => ApiKeyShown, { nullable: true, description: 'The key; null when there is an error.' })
  apiKey!: ApiKeyShown | null;

  @Field(() => String, {
    nullable: true,
    description: 'Send it as the bearer token. It is shown this once and kept nowhere.',
  })
  secret!: string | null;

  @Field(() => DomainError, { nullable: true, description: 'Why no key was made.' })
  error!: DomainError | null;
}

/** A token for a browser. */
@ObjectType('AccountToken', {
  simpleResolvers: true,
  description: 'A token with which a browser reads and answers the offers of one account.',
})
export class AccountTokenShown {
  @Field(() => String, { description: 'Send it as the bearer token.' })
  token!: string;

  @Field(() => DateTime, { description: 'From then on it is refused.' })
  expiresAt!: string;
}
