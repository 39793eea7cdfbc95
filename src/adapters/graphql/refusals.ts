/** Words the errors that a client can mend: each has a code to branch on and says what to do. */
import { GraphQLError } from 'graphql';

/** The account asked for is not known. */
export function accountNotFound(accountId: string): GraphQLError {
  return new GraphQLError(
    `There is no account ${JSON.stringify(accountId)}. Ids are compared byte by byte; send the account with upsertAccounts first.`,
    { extensions: { code: 'ACCOUNT_NOT_FOUND', argument: 'accountId' } },
  );
}

/** There is no such audience. */
export function audienceNotFound(key: string): GraphQLError {
  return new GraphQLError(`There is no audience ${JSON.stringify(key)}. \`audiences\` lists their keys.`, {
    extensions: { code: 'AUDIENCE_NOT_FOUND', argument: 'audience' },
  });
}

/** There is no such simulation. */
export function simulationNotFound(id: string): GraphQLError {
  return new GraphQLError(
    `There is no simulation ${JSON.stringify(id)}. \`startSimulation\` answers with its id.`,
    { extensions: { code: 'SIMULATION_NOT_FOUND', argument: 'id' } },
  );
}

/** An argument has the right type but not a value that can be used. */
export function invalidArgument(argument: string, message: string): GraphQLError {
  return new GraphQLError(`\`${argument}\` ${message}`, {
    extensions: { code: 'INVALID_ARGUMENT', argument },
  });
}

/** A cursor that this list never handed out. */
export function invalidCursor(argument: string): GraphQLError {
  return new GraphQLError(
    `\`${argument}\` is not a cursor of this list. Take it from \`pageInfo.endCursor\` or an edge, or leave it out to start over.`,
    { extensions: { code: 'INVALID_CURSOR', argument } },
  );
}

/** A batch larger than one call may carry. */
export function batchTooLarge(message: string, limit: number): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'BATCH_TOO_LARGE', argument: 'input', limit } });
}
