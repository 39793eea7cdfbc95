/** Opens the database that DATABASE_URL names and hands out its stores. */
import type {
  AccountDirectory,
  AccountReader,
  AccountStore,
  Database,
  DecisionStore,
  ReleaseStore,
} from '../../application/ports';
import type { SubjectSource } from '../../application/decide/subject';
import type { ApiKeyStore } from '../../application/access/access-ports';
import type { LoggedDecisionReader } from '../../application/explain/replay-ports';
import type { AuditLog } from '../../application/govern/audit-ports';
import type { DraftStore } from '../../application/govern/draft-ports';
import type { ReleaseArchive, ReleaseReader } from '../../application/govern/release-reader';
import type { ReportReader } from '../../application/report/report-ports';
import type { SimulationStore, SubjectScan } from '../../application/simulate/simulate-ports';
import type { HandoffCounts, ResponseStore } from '../../application/respond/response-ports';
import type { AccountVersions } from '../../application/watch/account-changes';
import { openSql } from './open-sql';
import { DEFAULT_OPEN_OPTIONS, type OpenOptions } from './open-options';
import { SqlAccountDirectory } from './sql-account-directory';
import { SqlAccountVersions } from './sql-account-versions';
import { SqlAccountStore } from './sql-account-store';
import { SqlApiKeyStore } from './sql-api-key-store';
import { SqlAuditLog } from './sql-audit-log';
import { SqlDecisionStore } from './sql-decision-store';
import { SqlDraftStore } from './sql-draft-store';
import { SqlHandoffCounts } from './sql-handoff-counts';
import { SqlLoggedDecisions } from './sql-logged-decisions';
import { SqlReleaseStore } from './sql-release-store';
import { SqlReportReader } from './sql-report-reader';
import { SqlResponseStore } from './sql-response-store';
import { SqlSimulationStore } from './sql-simulation-store';
import { SqlSubjectScan } from './sql-subject-scan';
import { SqlSubjectSource } from './sql-subject-source';

/** Every store over one database. `database.close()` ends them all. */
export interface OpenDatabase {
  readonly database: Database;
  /** Starts what the database needs beside a service that listens. */
  readonly attend: () => void;
  readonly accounts: AccountReader & AccountDirectory;
  readonly subjects: SubjectSource;
  readonly accountStore: AccountStore;
  readonly releases: ReleaseStore & ReleaseReader & ReleaseArchive;
  readonly drafts: DraftStore;
  readonly decisions: DecisionStore;
  readonly loggedDecisions: LoggedDecisionReader;
  readonly accountVersions: AccountVersions;
  readonly responses: ResponseStore;
  readonly handoffs: HandoffCounts;
  readonly apiKeys: ApiKeyStore;
  readonly reports: ReportReader;
  readonly audit: AuditLog;
  readonly simulations: SimulationStore;
  readonly subjectScan: SubjectScan;
}

/**
 * Connects; tables are made by `database.migrate()`. `url` is `sqlite:<file>` (folder and file are created),
 * `mysql://user:password@host:port/name` or the same with `mariadb://`. Throws a `DatabaseFault` that says what is
 * wrong, where and how to mend it.
 */
export async function openDatabase(url: string, options: Partial<OpenOptions> = {}): Promise<OpenDatabase> {
  const database = await openSql(url, options);
  return {
    database,
    attend: () => database.attend(),
    accounts: new SqlAccountDirectory(database),
    subjects: new SqlSubjectSource(database),
    accountStore: new SqlAccountStore(database),
    releases: new SqlReleaseStore(database),
    drafts: new SqlDraftStore(database, options.audit ?? DEFAULT_OPEN_OPTIONS.audit),
    decisions: new SqlDecisionStore(database),
    loggedDecisions: new SqlLoggedDecisions(database),
    accountVersions: new SqlAccountVersions(database),
    responses: new SqlResponseStore(database),
    handoffs: new SqlHandoffCounts(database),
    apiKeys: new SqlApiKeyStore(database, options.audit ?? DEFAULT_OPEN_OPTIONS.audit),
    reports: new SqlReportReader(database),
    audit: new SqlAuditLog(database),
    simulations: new SqlSimulationStore(database),
    subjectScan: new SqlSubjectScan(database),
  };
}
