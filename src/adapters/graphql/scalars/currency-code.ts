/** Carries ISO 4217 currency codes. */
import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';

/** Three upper-case letters. Whether a code that comes in exists is judged by the use case, item by item. */
export const CurrencyCode = new GraphQLScalarType<string, string>({
  name: 'CurrencyCode',
  description: 'An ISO 4217 currency code of three upper-case letters, for instance USD.',
  specifiedByURL: 'https://www.iso.org/iso-4217-currency-codes.html',
  serialize: (value) => requireText(value),
  parseValue: (value) => requireText(value),
  parseLiteral: (node) => requireText(node.kind === Kind.STRING ? node.value : undefined),
});

function requireText(value: unknown): string {
  if (typeof value === 'string') return value;
  throw new GraphQLError('CurrencyCode takes a text such as "USD".');
}
