/** Builds the executable schema out of the decorated classes. */
import 'reflect-metadata';
import { lexicographicSortSchema, printSchema, type GraphQLSchema } from 'graphql';
import { buildSchemaSync, type PubSub } from 'type-graphql';
import { AccessResolver } from './resolvers/access-resolver';
import { AccountResolver } from './resolvers/account-resolver';
import { AuditResolver } from './resolvers/audit-resolver';
import { DecisionResolver } from './resolvers/decision-resolver';
import { DocumentResolver } from './resolvers/document-resolver';
import { DraftResolver } from './resolvers/draft-resolver';
import { ExplanationResolver } from './resolvers/explanation-resolver';
import { IngestionResolver } from './resolvers/ingestion-resolver';
import { NotificationResolver } from './resolvers/notification-resolver';
import { ReleaseResolver } from './resolvers/release-resolver';
import { ReportResolver } from './resolvers/report-resolver';
import { ResponseResolver } from './resolvers/response-resolver';
import { RuleResolver } from './resolvers/rule-resolver';
import { SimulationResolver } from './resolvers/simulation-resolver';
import { guardRootFields } from './scope';
import {
  AlreadyAnswered,
  ApprovalRequired,
  IdempotencyConflict,
  InvalidInput,
  NotAllowed,
  OfferExpired,
  OfferNoLongerAvailable,
  RecommendationNotFound,
  VersionConflict,
} from './types/domain-error';

const RESOLVERS = [
  AccessResolver,
  AccountResolver,
  AuditResolver,
  DecisionResolver,
  DocumentResolver,
  DraftResolver,
  ExplanationResolver,
  IngestionResolver,
  NotificationResolver,
  ReleaseResolver,
  ReportResolver,
  ResponseResolver,
  RuleResolver,
  SimulationResolver,
] as const;

/** Types that only an interface leads to. */
const DOMAIN_ERRORS = [
  AlreadyAnswered,
  ApprovalRequired,
  IdempotencyConflict,
  InvalidInput,
  NotAllowed,
  OfferExpired,
  OfferNoLongerAvailable,
  RecommendationNotFound,
  VersionConflict,
];

/** type-graphql demands one; our subscriptions follow accounts, which tell of changes by themselves. */
const NO_TOPICS: PubSub = {
  publish: () => undefined,
  subscribe: (topic) => {
    throw new Error(`Nothing is published under ${topic}.`);
  },
};

/** The schema, every root field guarded by its scope. Needs a `RequestContext` as context value. */
export function buildContractSchema(): GraphQLSchema {
  const schema = buildSchemaSync({
    resolvers: RESOLVERS,
    orphanedTypes: DOMAIN_ERRORS,
    validate: false,
    pubSub: NO_TOPICS,
  });
  return guardRootFields(schema);
}

/** The text of schema.graphql: sorted, so that it changes only where the API does; ends with a line break. */
export function printContractSchema(): string {
  return `${printSchema(lexicographicSortSchema(buildContractSchema()))}\n`;
}
