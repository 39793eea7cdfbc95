/** Builds every adapter and hands it to the use cases: the only place that knows both. */
import { buildContractSchema } from '../adapters/graphql/contract-schema';
import { RequestContext } from '../adapters/graphql/request-context';
import type { Services } from '../adapters/graphql/services';
import { apiKeyAuthenticator } from '../adapters/http/api-key-authenticator';
import { createHttpServer, type HttpServer } from '../adapters/http/http-server';
import { openDatabase, type OpenDatabase } from '../adapters/persistence/open-database';
import { referenceEvaluator } from '../adapters/rules-engine/reference-evaluator';
import { BufferedDecisionLog } from '../adapters/runtime/buffered-decision-log';
import { developmentSecrets, type Secrets } from '../adapters/runtime/development-secrets';
import type { Environment } from '../adapters/runtime/environment';
import type { Logger } from '../adapters/runtime/logger';
import { sha256Hasher } from '../adapters/runtime/sha256-hasher';
import { systemClock } from '../adapters/runtime/system-clock';
import { uuidSource } from '../adapters/runtime/uuid-source';
import { jwtNotificationSigner } from '../adapters/signing/jwt-notification-signer';
import { jwtRecommendationSigner } from '../adapters/signing/jwt-recommendation-signer';
import { liquidTemplateLanguage } from '../adapters/templates/liquid-template-language';
import { DescribeAccounts } from '../application/accounts/describe-accounts';
import { ListAccounts } from '../application/accounts/list-accounts';
import { compileRelease, type CompilerTools } from '../application/decide/compile-release';
import { decideForAccount } from '../application/decide/decide-for-account';
import {
  notificationsForAccount,
  type NotificationPorts,
} from '../application/decide/notifications-for-account';
import { documentJsonSchema } from '../application/govern/document-json-schema';
import { PublishRelease } from '../application/govern/publish-release';
import { ReleaseInForce } from '../application/govern/release-in-force';
import { ValidateDocument } from '../application/govern/validate-document';
import { RecordAccountEvents } from '../application/ingest/record-account-events';
import { RecordUsage } from '../application/ingest/record-usage';
import { UpsertAccounts } from '../application/ingest/upsert-accounts';
import type { DecisionLog } from '../application/ports';
import { OPERATORS } from '../domain/rules/operators/operator-catalogue';
import { plainEvaluator } from '../domain/rules/plain-evaluator';

/** A service that is put together and connected, not yet listening. */
export interface Composition {
  readonly database: OpenDatabase;
  readonly releases: ReleaseInForce;
  readonly publish: PublishRelease;
  readonly decisionLog: DecisionLog;
  readonly decisions: NotificationPorts;
  readonly ingestion: Ingestion;
  readonly services: Services;
  readonly server: HttpServer;
  readonly secrets: Secrets;
}

/** The use cases that take data in. */
export interface Ingestion {
  readonly upsertAccounts: UpsertAccounts;
  readonly recordUsage: RecordUsage;
  readonly recordAccountEvents: RecordAccountEvents;
}

/** What documents are compiled and checked with. */
export function documentTools(environment: Pick<Environment, 'EVALUATOR'>): CompilerTools {
  const evaluator = environment.EVALUATOR === 'reference' ? referenceEvaluator : plainEvaluator;
  return { evaluator, templates: liquidTemplateLanguage };
}

/** Connects to the database and brings its tables up to date; throws a fault that says how to mend it. */
export async function compose(environment: Environment, logger: Logger): Promise<Composition> {
  const database = await openDatabase(environment.DATABASE_URL);
  await database.database.migrate();
  const tools = documentTools(environment);
  const releases = new ReleaseInForce(database.releases, (release) => compileRelease(release, tools));
  const secrets = secretsOf(environment);
  const decisionLog = new BufferedDecisionLog(database.decisions, logger);
  const decisions = decisionPorts(database, releases, decisionLog, secrets);
  const ingestion = buildIngestion(database, releases);
  const services = buildServices(database, decisions, ingestion, tools);
  const server = buildServer(environment, services, secrets, database, logger);
  const publish = new PublishRelease(database.releases, sha256Hasher, systemClock, tools);
  return { database, releases, publish, decisionLog, decisions, ingestion, services, server, secrets };
}

/** A setting that is empty counts as not set. */
function secretsOf({ ADMIN_API_KEY, SIGNING_SECRET, DATA_DIR }: Environment): Secrets {
  if (ADMIN_API_KEY && SIGNING_SECRET) return { adminApiKey: ADMIN_API_KEY, signingSecret: SIGNING_SECRET };
  const { adminApiKey, signingSecret } = developmentSecrets(DATA_DIR);
  return {
    adminApiKey: ADMIN_API_KEY ? ADMIN_API_KEY : adminApiKey,
    signingSecret: SIGNING_SECRET ? SIGNING_SECRET : signingSecret,
  };
}

function decisionPorts(
  database: OpenDatabase,
  releases: ReleaseInForce,
  log: DecisionLog,
  { signingSecret }: Secrets,
): NotificationPorts {
  return {
    accounts: database.accounts,
    clock: systemClock,
    ids: uuidSource,
    signer: jwtRecommendationSigner(signingSecret),
    notificationSigner: jwtNotificationSigner(signingSecret),
    log,
    releases,
  };
}

function buildIngestion({ accountStore }: OpenDatabase, releases: ReleaseInForce): Ingestion {
  return {
    upsertAccounts: new UpsertAccounts(accountStore, releases, systemClock),
    recordUsage: new RecordUsage(accountStore, releases, systemClock),
    recordAccountEvents: new RecordAccountEvents(accountStore, releases, systemClock),
  };
}

function buildServices(
  database: OpenDatabase,
  decisions: NotificationPorts,
  { upsertAccounts, recordUsage, recordAccountEvents }: Ingestion,
  tools: CompilerTools,
): Services {
  const { releases } = decisions;
  const describeAccounts = new DescribeAccounts(database.accounts, releases, systemClock);
  const listAccounts = new ListAccounts(database.accounts, releases, systemClock);
  const validation = new ValidateDocument(releases, tools);
  return {
    decide: (question) => decideForAccount(decisions, question),
    notify: (question) => notificationsForAccount(decisions, question),
    describeAccounts: (ids) => describeAccounts.execute(ids),
    listAccounts: (question) => listAccounts.execute(question),
    release: () => releases.current(),
    operators: [...OPERATORS.values()],
    documentSchema: documentJsonSchema,
    validateDocument: (kind, document) => validation.execute(kind, document),
    upsertAccounts: (input) => upsertAccounts.execute(input),
    recordUsage: (input) => recordUsage.execute(input),
    recordAccountEvents: (input) => recordAccountEvents.execute(input),
  };
}

function buildServer(
  environment: Environment,
  services: Services,
  { adminApiKey }: Secrets,
  database: OpenDatabase,
  logger: Logger,
): HttpServer {
  return createHttpServer({
    schema: buildContractSchema(),
    production: environment.NODE_ENV === 'production',
    authenticator: apiKeyAuthenticator(adminApiKey),
    contextFor: (caller, requestId) => new RequestContext(services, caller, requestId),
    nextRequestId: () => uuidSource.next(),
    reportFault: ({ requestId, error }) => logger.error({ requestId, err: error }, 'a request failed'),
    checkReadiness: async () => (await database.releases.currentNumber()) > 0,
  });
}
