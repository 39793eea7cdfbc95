/** Carries points in time as RFC 3339 texts in UTC with milliseconds. */
import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';

const RFC_3339 = /^\d{4}-\d{2}-\d{2}[Tt]\d{2}:\d{2}:\d{2}(\.\d+)?([Zz]|[+-]\d{2}:\d{2})$/;

/**
 * Timestamps leave as they are kept. Texts that come in are brought to UTC; a text that is no timestamp is handed on as it
 * was sent, because the use case refuses that one item of a batch by name while GraphQL would refuse the whole batch.
 */
export const DateTime = new GraphQLScalarType<string, string>({
  name: 'DateTime',
  description:
    'A point in time as RFC 3339 text in UTC with milliseconds, for instance 2026-06-01T00:00:00.000Z. Other offsets are taken and brought to UTC.',
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc3339',
  serialize: (value) => requireText(value),
  parseValue: (value) => toUtc(requireText(value)),
  parseLiteral: (node) => toUtc(requireText(node.kind === Kind.STRING ? node.value : undefined)),
});

function requireText(value: unknown): string {
  if (typeof value === 'string') return value;
  throw new GraphQLError('DateTime takes an RFC 3339 text such as "2026-06-01T00:00:00.000Z".');
}

function toUtc(text: string): string {
  const time = RFC_3339.test(text) ? Date.parse(text) : NaN;
  return Number.isNaN(time) || !dayExists(text) ? text : new Date(time).toISOString();
}

/** Date.parse rolls 30 February over into March; such a text stays as it is. */
function dayExists(text: string): boolean {
  const day = text.slice(0, 10);
  return new Date(`${day}T00:00:00Z`).toISOString().startsWith(day);
}
