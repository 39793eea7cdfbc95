/** Decides what clients get to read of an error: their own mistakes in full, our faults never. */
import type { ApolloServerPlugin, BaseContext } from '@apollo/server';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { isUnavailable } from '../../application/unavailability';
import type { RequestOutcome } from './request-record';
import { REFUSALS } from './request-refusal';

const MAX_MESSAGE_LENGTH = 500;
const MAX_LOCATIONS = 5;
/** How the plugin tells the listener, which sends none of Apollo's headers on. */
export const OUTCOME_HEADER = 'x-outcome';
/** What graphql-js says, without a code, when it stops counting mistakes in variables. */
const TOO_MANY_BAD_VALUES = 'Too many errors processing variables';

/** What the plugin needs to know of a request. */
export interface IdentifiedRequest extends BaseContext {
  readonly requestId: string;
}

/** Takes the cause of a fault; what it writes never leaves the house. */
export type FaultReport = (fault: { readonly requestId: string; readonly error: unknown }) => void;

/**
 * Words an error for the client. Only what was thrown as a GraphQLError with a code of its own, or found by parsing and
 * validation, is shown; everything else is a fault and becomes one fixed sentence.
 */
export function formatClientError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  if (isFault(error)) {
    const { message, code } = isUnavailable(causeOf(error)) ? REFUSALS.unavailable : REFUSALS.fault;
    return { message, path: formatted.path, extensions: { code } };
  }
  const message = isNestedTooDeeply(error)
    ? 'The document is nested too deeply to be read.'
    : formatted.message;
  return {
    ...formatted,
    message: shorten(withVariablePath(message)),
    locations: formatted.locations?.slice(0, MAX_LOCATIONS),
    extensions: { ...formatted.extensions, code: codeOf(error) },
  };
}

/** How the errors of a request make it end; the worst counts. */
export function outcomeOfErrors(errors: readonly unknown[]): RequestOutcome {
  const faults = errors.filter(isFault);
  if (faults.length === 0) return 'failed';
  return faults.some((error) => isUnavailable(causeOf(error))) ? 'unavailable' : 'fault';
}

/**
 * Adds the request id to every error, reports the causes of faults and tells how a request with errors ends. Where the
 * database is away the whole answer is 503 with Retry-After, so that clients and balancers know without reading it.
 */
export function errorReporting(report: FaultReport): ApolloServerPlugin<IdentifiedRequest> {
  return {
    requestDidStart: () =>
      Promise.resolve({
        didEncounterErrors: async ({ errors, contextValue: { requestId }, response }) => {
          for (const error of errors.filter(isFault)) report({ requestId, error: causeOf(error) });
          const outcome = outcomeOfErrors(errors);
          response.http.headers.set(OUTCOME_HEADER, outcome);
          if (outcome === 'unavailable') response.http.status = REFUSALS.unavailable.status;
        },
        willSendResponse: async ({ response, contextValue: { requestId } }) => {
          if (response.body.kind !== 'single' || response.body.singleResult.errors === undefined) return;
          const { errors } = response.body.singleResult;
          response.body.singleResult.errors = errors.map((error) => ({
            ...error,
            extensions: { ...error.extensions, requestId },
          }));
        },
      }),
  };
}

/** Whether an error is ours to mend: no code was given to it on purpose. */
function isFault(error: unknown): boolean {
  const code = codeOf(error);
  return code === undefined || code === REFUSALS.fault.code;
}

function causeOf(error: unknown): unknown {
  return error instanceof GraphQLError && error.originalError ? causeOf(error.originalError) : error;
}

/** Apollo gives every finding of validation one code; a rule of ours that names its own keeps it. */
function codeOf(error: unknown): unknown {
  const cause = causeOf(error);
  if (isNestedTooDeeply(error)) return 'GRAPHQL_PARSE_FAILED';
  if (!(cause instanceof GraphQLError)) return undefined;
  if (cause.message.startsWith(TOO_MANY_BAD_VALUES)) return 'BAD_USER_INPUT';
  return cause.extensions['code'] ?? (error as GraphQLError).extensions['code'];
}

/** Whether the parser ran out of stack: it descends as deep as the text does. */
function isNestedTooDeeply(error: unknown): boolean {
  const parsing = error instanceof GraphQLError && error.extensions['code'] === 'GRAPHQL_PARSE_FAILED';
  return parsing && causeOf(error) instanceof RangeError;
}

/** graphql-js leaves the dollar sign out: `at "input[3].at"`. */
function withVariablePath(message: string): string {
  return message.replace(/^(Variable "\$\w+" got invalid value .* at ")(\w[^"]*"; )/s, '$1$$$2');
}

function shorten(message: string): string {
  return message.length <= MAX_MESSAGE_LENGTH ? message : `${message.slice(0, MAX_MESSAGE_LENGTH)}…`;
}
