/** Builds the executable schema out of the decorated classes. */
import 'reflect-metadata';
import { lexicographicSortSchema, printSchema, type GraphQLSchema } from 'graphql';
import { buildSchemaSync } from 'type-graphql';
import { AccountResolver } from './resolvers/account-resolver';
import { DecisionResolver } from './resolvers/decision-resolver';
import { DocumentResolver } from './resolvers/document-resolver';
import { IngestionResolver } from './resolvers/ingestion-resolver';
import { RuleResolver } from './resolvers/rule-resolver';
import { guardRootFields } from './scope';
import { InvalidInput, VersionConflict } from './types/ingest-result';

/** The schema, every root field guarded by its scope. Needs a `RequestContext` as context value. */
export function buildContractSchema(): GraphQLSchema {
  const schema = buildSchemaSync({
    resolvers: [DecisionResolver, AccountResolver, RuleResolver, DocumentResolver, IngestionResolver],
    orphanedTypes: [InvalidInput, VersionConflict],
    validate: false,
  });
  return guardRootFields(schema);
}

/** The text of schema.graphql: sorted, so that it changes only where the API does; ends with a line break. */
export function printContractSchema(): string {
  return `${printSchema(lexicographicSortSchema(buildContractSchema()))}\n`;
}
