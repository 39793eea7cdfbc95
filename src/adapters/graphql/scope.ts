/** Holds every root field to the scope it declares; a field that declares none is never served. */
import 'reflect-metadata';
import { GraphQLError, type GraphQLField, type GraphQLSchema } from 'graphql';
import { Extensions } from 'type-graphql';
import type { Scope } from '../../application/caller';
import type { RequestContext } from './request-context';

/** Declares the scope that a query or mutation demands. */
export function RequiresScope(scope: Scope): MethodDecorator {
  return Extensions({ scope });
}

/** The scope a field declares; undefined when it declares none. */
export function scopeOf(field: GraphQLField<unknown, RequestContext>): Scope | undefined {
  return field.extensions['scope'] as Scope | undefined;
}

/** Puts the check in front of every root field. Throws when a field declares no scope: such a schema must not be served. */
export function guardRootFields(schema: GraphQLSchema): GraphQLSchema {
  for (const type of [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()]) {
    for (const field of Object.values(type?.getFields() ?? {}))
      guard(field as GraphQLField<unknown, RequestContext>);
  }
  return schema;
}

function guard(field: GraphQLField<unknown, RequestContext>): void {
  const scope = scopeOf(field);
  const resolve = field.resolve;
  if (scope === undefined || resolve === undefined)
    throw new Error(`Root field ${field.name} declares no scope.`);
  field.resolve = (source, args, context, info) => {
    if (!context.caller.scopes.has(scope)) throw forbidden(field.name, scope);
    return resolve(source, args, context, info);
  };
  const subscribe = field.subscribe;
  if (subscribe === undefined) return;
  field.subscribe = (source, args, context, info) => {
    if (!context.caller.scopes.has(scope)) throw forbidden(field.name, scope);
    return subscribe(source, args, context, info);
  };
}

function forbidden(field: string, scope: Scope): GraphQLError {
  return new GraphQLError(`\`${field}\` needs a key with the scope ${scope}; this key does not have it.`, {
    extensions: { code: 'FORBIDDEN', scope, http: { status: 403 } },
  });
}
