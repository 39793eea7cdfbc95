/** Builds every adapter and hands it to the use cases: the only place that knows both. */
import type { Services } from '../adapters/graphql/services';
import type { HttpServer } from '../adapters/http/http-server';
import type { OpenDatabase } from '../adapters/persistence/open-database';
import { BufferedDecisionLog } from '../adapters/runtime/buffered-decision-log';
import { developmentSecrets, type Secrets } from '../adapters/runtime/development-secrets';
import type { Environment } from '../adapters/runtime/environment';
import type { Logger } from '../adapters/runtime/logger';
import { ServiceMetrics } from '../adapters/runtime/service-metrics';
import { systemClock } from '../adapters/runtime/system-clock';
import { uuidSource } from '../adapters/runtime/uuid-source';
import { jwtNotificationSigner } from '../adapters/signing/jwt-notification-signer';
import { jwtRecommendationSigner } from '../adapters/signing/jwt-recommendation-signer';
import { DescribeAccounts } from '../application/accounts/describe-accounts';
import { ListAccounts } from '../application/accounts/list-accounts';
import type { CompilerTools } from '../application/decide/compile-release';
import type { DecisionMeter } from '../application/decide/decision-meter';
import { decideForAccount } from '../application/decide/decide-for-account';
import {
  notificationsForAccount,
  type NotificationPorts,
} from '../application/decide/notifications-for-account';
import { documentJsonSchema } from '../application/govern/document-json-schema';
import { ReadAudit } from '../application/govern/read-audit';
import type { ReleaseInForce } from '../application/govern/release-in-force';
import { ValidateDocument } from '../application/govern/validate-document';
import { RecordAccountEvents } from '../application/ingest/record-account-events';
import { RecordUsage } from '../application/ingest/record-usage';
import { UpsertAccounts } from '../application/ingest/upsert-accounts';
import type { Clock, DecisionLog } from '../application/ports';
import { OPERATORS } from '../domain/rules/operators/operator-catalogue';
import { buildAccess, type Access } from './access';
import type { AccountChanges } from '../application/watch/account-changes';
import { buildServer } from './build-server';
import type { Governance } from './governance';
import { buildReleases, type Releases } from './releases';
import { documentTools } from './document-tools';
import { buildExplaining } from './explaining';
import { buildReporting } from './reporting';
import { buildResponses } from './responses';
import { openLiveDatabase, type LiveDatabase } from './live-database';
import { buildSimulations, type Simulations } from './simulations';

/** A service that is put together and connected, not yet listening. */
export interface Composition extends Releases {
  readonly database: OpenDatabase;
  readonly changes: AccountChanges;
  readonly handoffs: LiveDatabase['handoffs'];
  readonly decisionLog: DecisionLog;
  readonly decisions: NotificationPorts;
  readonly ingestion: Ingestion;
  readonly access: Access;
  readonly simulations: Simulations;
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

/**
 * Connects to the database and brings its tables up to date; throws a fault that says how to mend it. Decisions, answers and
 * ingestion go by the clock.
 */
export async function compose(
  environment: Environment,
  logger: Logger,
  clock: Clock = systemClock,
): Promise<Composition> {
  const secrets = secretsOf(environment);
  const live = await openLiveDatabase(environment, clock, secrets.signingSecret);
  const { database, reads, handoffs, changes } = live;
  await database.database.migrate();
  await handoffs.refresh();
  const tools = documentTools(environment);
  const governed = buildReleases(database, changes, tools, clock);
  const { releases } = governed;
  const decisionLog = new BufferedDecisionLog(database.decisions, logger);
  const metrics = metricsOf(live, releases, decisionLog);
  const decisions = { ...decisionPorts({ reads, handoffs }, releases, decisionLog, secrets, metrics), clock };
  const ingestion = buildIngestion(database, releases, clock);
  const access = buildAccess(database, secrets, clock);
  const { drafts } = governed.governance;
  const simulations = buildSimulations({ database, releases, drafts, tools, environment, logger, clock });
  const served = buildServices(live, decisions, ingestion, tools, access);
  const governing = governedServices(governed.governance, decisions, database, tools);
  const services = { ...served, ...governing, simulations: simulations.services };
  const server = buildServer({ environment, services, access, database, logger, metrics, reads });
  return {
    database,
    changes,
    handoffs,
    ...governed,
    decisionLog,
    decisions,
    ingestion,
    access,
    simulations,
    services,
    server,
    secrets,
  };
}

function metricsOf(
  { database, changes }: LiveDatabase,
  releases: ReleaseInForce,
  decisionLog: DecisionLog,
): ServiceMetrics {
  return new ServiceMetrics({
    decisionLog: () => decisionLog.counts,
    pool: () => database.database.connections,
    release: () => releases.loaded,
    streams: () => changes.count,
  });
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
  { reads, handoffs }: Pick<LiveDatabase, 'reads' | 'handoffs'>,
  releases: ReleaseInForce,
  log: DecisionLog,
  { signingSecret }: Secrets,
  meter: DecisionMeter,
): Omit<NotificationPorts, 'clock'> {
  return {
    meter,
    subjects: reads,
    handoffs,
    ids: uuidSource,
    signer: jwtRecommendationSigner(signingSecret),
    notificationSigner: jwtNotificationSigner(signingSecret),
    log,
    releases,
  };
}

function buildIngestion({ accountStore }: OpenDatabase, releases: ReleaseInForce, clock: Clock): Ingestion {
  return {
    upsertAccounts: new UpsertAccounts(accountStore, releases, clock),
    recordUsage: new RecordUsage(accountStore, releases, clock),
    recordAccountEvents: new RecordAccountEvents(accountStore, releases, clock),
  };
}

function governedServices(
  { services, drafts }: Governance,
  decisions: NotificationPorts,
  database: OpenDatabase,
  tools: CompilerTools,
): Pick<Services, 'governance' | 'explanations'> {
  return { governance: services, explanations: buildExplaining(decisions, drafts, database, tools) };
}

function buildServices(
  { database, changes }: Pick<LiveDatabase, 'database' | 'changes'>,
  decisions: NotificationPorts,
  { upsertAccounts, recordUsage, recordAccountEvents }: Ingestion,
  tools: CompilerTools,
  access: Access,
): Omit<Services, 'governance' | 'explanations' | 'simulations'> {
  const { releases } = decisions;
  const describeAccounts = new DescribeAccounts(database.accounts, releases, systemClock);
  const listAccounts = new ListAccounts(database.accounts, releases, systemClock);
  const auditReading = new ReadAudit(database.audit);
  const validation = new ValidateDocument(releases, tools);
  return {
    decide: (question) => decideForAccount(decisions, question),
    notify: (question) => notificationsForAccount(decisions, question),
    watchAccount: (accountId) => changes.watchSince(database.accountVersions, accountId),
    describeAccounts: (ids) => describeAccounts.execute(ids),
    listAccounts: (question) => listAccounts.execute(question),
    release: () => releases.current(),
    operators: [...OPERATORS.values()],
    documentSchema: documentJsonSchema,
    validateDocument: (kind, document) => validation.execute(kind, document),
    upsertAccounts: (input) => upsertAccounts.execute(input),
    recordUsage: (input) => recordUsage.execute(input),
    recordAccountEvents: (input) => recordAccountEvents.execute(input),
    makeReport: buildReporting(database, releases),
    readAudit: (question) => auditReading.execute(question),
    access,
    responses: buildResponses(decisions, database.responses),
  };
}
