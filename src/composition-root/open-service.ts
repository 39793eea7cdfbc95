/** Opens a service for the command line: connected, loaded, ready to listen, and closed without losing a line. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { OpenService } from '../adapters/cli/workbench';
import { RulesDirectory } from '../adapters/files/rules-directory';
import { SeedsDirectory } from '../adapters/files/seeds-directory';
import type { Environment } from '../adapters/runtime/environment';
import { createLogger, type Logger } from '../adapters/runtime/logger';
import { systemClock } from '../adapters/runtime/system-clock';
import { decideForAccount } from '../application/decide/decide-for-account';
import { notificationsForAccount } from '../application/decide/notifications-for-account';
import type { Clock, DecisionLog } from '../application/ports';
import { loadRulesDirectory } from '../application/govern/load-rules-directory';
import { SeedDemo } from '../application/seed/seed-demo';
import { buildAuditDesk } from './audit-desk';
import { compose, type Composition } from './compose';
import { importInto } from './import-into';
import { buildRulesDesk } from './rules-desk';
import { buildSimulationDesk } from './simulation-desk';

/** How long requests under way may take once the process was asked to stop. */
const GRACE_MS = 10_000;
/** How often a replica looks whether another one published. */
const RELEASE_POLL_MS = 1_000;
/** How often a replica looks whether another one changed an account that is watched here. */
const ACCOUNT_POLL_MS = 2_000;
/** How often a replica looks what people took on elsewhere; the recording transaction knows at once. */
const HANDOFF_POLL_MS = 2_000;
/** How often a replica looks for simulations that wait; its own it begins at once. */
const SIMULATION_POLL_MS = 1_000;
/** How often idempotency keys older than 30 days are deleted, and how many at a time, so that nobody waits for it. */
const FORGETTING_MS = 60_000;
const FORGOTTEN_AT_ONCE = 1_000;
/** The account that the welcome asks for. */
const SHOWN_ACCOUNT = 'acme-dental';

/** A look from the command line is shown to no customer: reports must not count it. */
const UNLOGGED: DecisionLog = {
  append: () => undefined,
  counts: { waiting: 0, written: 0, dropped: 0 },
  flush: () => Promise.resolve(),
};

/** Connects and migrates; throws a fault that says how to mend it. Decisions, answers and ingestion go by the clock. */
export async function openService(
  environment: Environment,
  clock: Clock = systemClock,
): Promise<OpenService> {
  const logger = createLogger(environment.LOG_LEVEL, process.stdout.isTTY);
  const parts = await compose(environment, logger, clock);
  let listening = false;
  return {
    prepare: ({ seed }) => prepare(parts, environment, { logger, clock, seed }),
    listen: () => {
      attend(parts, clock, logger);
      listening = true;
      return parts.server.listen(environment.PORT, environment.HOST);
    },
    decide: async (question) => {
      const looking = { ...parts.decisions, log: UNLOGGED };
      const decision = await decideForAccount(looking, question);
      const notifications = await notificationsForAccount(looking, { ...question, first: 100 });
      return 'failure' in decision || 'failure' in notifications ? null : { decision, notifications };
    },
    ...desksOf(parts),
    release: async () => ((await parts.releases.refresh()) ? parts.releases.current() : null),
    explanations: parts.services.explanations,
    importFrom: (request, observer, stop) =>
      importInto(parts, environment.DATABASE_URL, request, observer, stop),
    keys: parts.access.keys,
    report: (question) => parts.services.makeReport(question),
    settle: () => parts.decisionLog.flush(),
    close: async () => {
      parts.server.announceClose();
      if (listening) await sleep(environment.DRAIN_DELAY_MS);
      parts.changes.end();
      await parts.server.close(GRACE_MS);
      await parts.simulations.runner.stop();
      await parts.decisionLog.flush();
      await parts.database.database.close();
    },
    printableKey: environment.NODE_ENV === 'production' ? null : parts.secrets.adminApiKey,
  };
}

/** What a person at a terminal does beyond asking. */
function desksOf({ governance, database, secrets, simulations }: Composition) {
  return {
    rules: buildRulesDesk(governance),
    audit: buildAuditDesk(database.audit, secrets.signingSecret),
    simulations: buildSimulationDesk(simulations),
  };
}

/** What a service does beside answering, until its process ends. */
function attend(parts: Composition, clock: Clock, logger: Logger): void {
  parts.database.attend();
  setInterval(() => void followReleases(parts, logger), RELEASE_POLL_MS).unref();
  setInterval(() => void followAccounts(parts), ACCOUNT_POLL_MS).unref();
  setInterval(() => void parts.handoffs.refresh().catch(() => undefined), HANDOFF_POLL_MS).unref();
  setInterval(() => void parts.simulations.runner.look(), SIMULATION_POLL_MS).unref();
  setInterval(() => void forgetOldKeys(parts, clock, logger), FORGETTING_MS).unref();
}

interface Preparation {
  readonly logger: Logger;
  readonly clock: Clock;
  readonly seed: boolean;
}

async function prepare(parts: Composition, environment: Environment, { logger, clock, seed }: Preparation) {
  await loadFirstRelease(parts, environment, logger);
  const seeded = seed && (await seedWhenEmpty(parts, logger, clock));
  return { ...(await stateOf(parts)), seeded };
}

async function loadFirstRelease(parts: Composition, environment: Environment, logger: Logger): Promise<void> {
  if (await parts.releases.refresh()) return;
  const { documents, problems } = await loadRulesDirectory(new RulesDirectory(environment.RULES_DIR));
  for (const { path, problem } of problems) logger.warn({ path, ...problem }, 'a document was left out');
  const message = `loaded from ${environment.RULES_DIR}`;
  const published = await parts.publish.execute({
    documents,
    message,
    publishedBy: 'first start',
    expectedCurrent: 0,
  });
  if (published.outcome === 'refused')
    throw new Error(`Refused: ${published.findings.length} findings. Run \`npm run rules -- check\`.`);
  await parts.releases.refresh();
}

async function seedWhenEmpty(
  { database, ingestion }: Composition,
  logger: Logger,
  clock: Clock,
): Promise<boolean> {
  const files = new SeedsDirectory('./seeds');
  const seed = new SeedDemo({ accounts: database.accounts, files, clock, ...ingestion });
  const { loaded, problems } = await seed.execute();
  for (const problem of problems) logger.warn({ problem }, 'a demo account is not complete');
  return loaded;
}

async function stateOf({ database, releases }: Composition) {
  const shown = await database.accounts.snapshot(SHOWN_ACCOUNT);
  return {
    release: releases.current().number,
    accounts: await database.accounts.count(),
    accountId: shown === null ? null : SHOWN_ACCOUNT,
  };
}

async function followReleases({ follow, governance }: Composition, logger: Logger): Promise<void> {
  try {
    await follow();
    if ((await governance.schedule.execute()) !== null) await follow();
  } catch (error) {
    logger.error({ err: error }, 'the newest release could not be loaded; the one before stays in force');
  }
}

/** A failed look is made up for by the next one; that the database is away is told by the requests that miss it. */
async function followAccounts({ changes, database }: Composition): Promise<void> {
  await changes.follow(database.accountVersions).catch(() => undefined);
}

async function forgetOldKeys({ database }: Composition, clock: Clock, logger: Logger): Promise<void> {
  try {
    await database.responses.forgetKeys(clock.now(), FORGOTTEN_AT_ONCE);
  } catch (error) {
    logger.warn({ err: error }, 'old idempotency keys could not be deleted; the next round tries again');
  }
}
