/** Makes operations out of the schema itself, so that a new field or argument is tested without being named. */
import {
  getNamedType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  isUnionType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLOutputType,
  type GraphQLSchema,
} from 'graphql';
import { scopeOf } from '../../src/adapters/graphql/scope';
import type { Scope } from '../../src/application/caller';

/** A field at the root. */
export interface RootField {
  readonly operation: 'query' | 'mutation' | 'subscription';
  readonly field: GraphQLField<unknown, unknown>;
  readonly scope: Scope;
}

/** Those that plain requests can ask for: queries, then mutations. */
export function rootFieldsOf(schema: GraphQLSchema): readonly RootField[] {
  return everyRootFieldOf(schema).filter(({ operation }) => operation !== 'subscription');
}

/** Queries, then mutations, then subscriptions. */
export function everyRootFieldOf(schema: GraphQLSchema): readonly RootField[] {
  const fields = (operation: RootField['operation'], type = schema.getRootType(operation as never)) =>
    Object.values(type?.getFields() ?? {}).map((field) => ({
      operation,
      field,
      scope: scopeOf(field as never) as Scope,
    }));
  return [...fields('query'), ...fields('mutation'), ...fields('subscription')];
}

/** An operation that asks one root field for everything, its arguments as variables. */
export function operationFor(
  { operation, field }: RootField,
  given: Readonly<Record<string, unknown>>,
): string {
  const args = field.args.filter(({ name }) => name in given);
  const declared = args.map(({ name, type }) => `$${name}: ${String(type)}`).join(', ');
  const passed = args.map(({ name }) => `${name}: $${name}`).join(', ');
  const within = (text: string) => (text === '' ? '' : `(${text})`);
  return `${operation}${within(declared)} { ${field.name}${within(passed)} ${selectionOf(field.type)} }`;
}

/** Every field that needs no argument, a few levels deep; empty for scalars. */
export function selectionOf(type: GraphQLOutputType, depth = 4): string {
  const named = getNamedType(type);
  if (!isCompositeType(named)) return '';
  if (isUnionType(named)) {
    const parts = named.getTypes().map((part) => `... on ${part.name} ${selectionOf(part, 1)}`);
    return `{ __typename ${parts.join(' ')} }`;
  }
  const fields = isObjectType(named) || isInterfaceType(named) ? Object.values(named.getFields()) : [];
  const asked = fields.flatMap((field) => {
    if (!isCompositeType(getNamedType(field.type))) return [field.name];
    return depth > 1 ? [`${field.name} ${selectionOf(field.type, depth - 1)}`] : [];
  });
  return `{ __typename ${asked.join(' ')} }`;
}

const SCALARS: Readonly<Record<string, unknown>> = {
  ID: 'x',
  String: 'text',
  Int: 1,
  Float: 1,
  Boolean: false,
  DateTime: '2100-01-01T00:00:00.000Z',
  JSONObject: {},
  SafeInt: 1,
  CurrencyCode: 'USD',
};

/** A value that the type takes: required members only. */
export function sampleOf(type: GraphQLInputType): unknown {
  if (isNonNullType(type)) return sampleOf(type.ofType);
  if (isListType(type)) return [sampleOf(type.ofType)];
  if (isEnumType(type)) return type.getValues()[0]?.name;
  if (!isInputObjectType(type)) return SCALARS[type.name];
  const required = Object.values(type.getFields()).filter((member) => isNonNullType(member.type));
  return Object.fromEntries(required.map((member) => [member.name, sampleOf(member.type)]));
}

/** Values for the required arguments of a field. */
export function requiredArguments(field: GraphQLField<unknown, unknown>): Record<string, unknown> {
  const required = field.args.filter(({ type }) => isNonNullType(type));
  return Object.fromEntries(required.map(({ name, type }) => [name, sampleOf(type)]));
}

/** Where an id stands in the arguments of a field, for instance `input.recommendationId`. */
export function idPathsOf(field: GraphQLField<unknown, unknown>): readonly (readonly string[])[] {
  return field.args.flatMap(({ name, type }) => pathsIn([name], type));
}

function pathsIn(path: readonly string[], type: GraphQLInputType): (readonly string[])[] {
  const named = getNamedType(type);
  if (isInputObjectType(named))
    return Object.values(named.getFields()).flatMap((member) => pathsIn([...path, member.name], member.type));
  return named.name === 'ID' ? [path] : [];
}

/** The arguments with an id put where the path leads; a list gets it as its only item. */
export function withId(
  args: Readonly<Record<string, unknown>>,
  [name = '', ...rest]: readonly string[],
  id: string,
): Record<string, unknown> {
  const before = args[name];
  if (rest.length > 0) {
    const within = (Array.isArray(before) ? before[0] : before) as Record<string, unknown> | undefined;
    const inner = withId(within ?? {}, rest, id);
    return { ...args, [name]: Array.isArray(before) ? [inner] : inner };
  }
  return { ...args, [name]: Array.isArray(before) ? [id] : id };
}
