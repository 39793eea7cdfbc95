/** Names what commands work with; the composition root makes it. */
import type { ApiKeyRequest, NewApiKey } from '../../application/access/create-api-key';
import type { InputRefused } from '../../application/access/input-refused';
import type { ApiKeyLine } from '../../application/access/list-api-keys';
import type { DecisionView } from '../../application/decide/decide-for-account';
import type { DecisionQuestion } from '../../application/decide/decision-question';
import type { NotificationView } from '../../application/decide/notification-view';
import type { ExplanationServices } from '../../application/explain/explanation-services';
import type { ImportObserver, ImportOutcome, ImportRequest } from '../../application/import/import-ports';
import type { RulesReview } from '../../application/govern/review-rules';
import type { AuditVerdict } from '../../application/govern/verify-audit';
import type { ReportQuestion, ReportRefusal } from '../../application/report/report-question';
import type { SimulationView } from '../../application/simulate/simulation-view';
import type { StartSimulationResult } from '../../application/simulate/start-simulation';
import type { AuditMark } from '../../domain/audit/audit-chain';
import type { AuditEntry } from '../../domain/audit/audit-entry';
import type { AuditFinding } from '../../domain/audit/audit-finding';
import type { RuleTestResult } from '../../domain/decisions/run-rule-test';
import type { DocumentSet } from '../../domain/documents/document-set';
import type { Report } from '../../domain/reports/report';
import type { RulesDesk } from './rules-desk';

/** What a database holds once it is ready to answer. */
export interface PreparedState {
  readonly release: number;
  readonly accounts: number;
  /** Whether demo accounts were loaded just now. */
  readonly seeded: boolean;
  /** A demo account to ask for; null when it is not there. */
  readonly accountId: string | null;
}

/** API keys as the command line handles them. */
export interface KeyCabinet {
  readonly create: (request: ApiKeyRequest) => Promise<NewApiKey | InputRefused>;
  /** Oldest first. */
  readonly list: () => Promise<readonly ApiKeyLine[]>;
  /** False when there is no such key or it was revoked before. */
  readonly revoke: (id: string) => Promise<boolean>;
}

/** The audit log as the command line handles it. */
export interface AuditDesk {
  /** At most `limit` lines, newest first. */
  readonly newest: (limit: number) => Promise<readonly AuditEntry[]>;
  /** `noted` is an earlier mark that the log must still lead through; `tell` gets each finding when it is made. */
  readonly verify: (noted: AuditMark | null, tell: (finding: AuditFinding) => void) => Promise<AuditVerdict>;
}

/** Simulations as the command line handles them. */
export interface SimulationDesk {
  /** Starts one and works on it here; null stands for every account, and for now. */
  readonly start: (audience: string | null, at: string | null) => Promise<StartSimulationResult>;
  /** null when there is no such simulation, as with `cancel`. */
  readonly find: (id: string) => Promise<SimulationView | null>;
  readonly cancel: (id: string) => Promise<SimulationView | null>;
}

/** A service connected to its database. */
export interface OpenService {
  /** Loads the rules directory as release 1 where there is no release, and demo accounts where there is no account and `seed` says so. */
  prepare(options: { readonly seed: boolean }): Promise<PreparedState>;
  listen(): Promise<{ readonly url: string }>;
  /** The decision and the notifications for one account; null when there is no such account. */
  decide(
    question: DecisionQuestion,
  ): Promise<{ readonly decision: DecisionView; readonly notifications: readonly NotificationView[] } | null>;
  /** The release in force and its documents; null before there is one. */
  release(): Promise<{ readonly number: number; readonly documents: DocumentSet } | null>;
  readonly rules: RulesDesk;
  /** Why an account is offered what it is; call `prepare` first. */
  readonly explanations: ExplanationServices;
  /** Takes in a file or standard input; call `prepare` first. When `stop` is aborted it ends after the batch at hand. */
  importFrom(request: ImportRequest, observer: ImportObserver, stop: AbortSignal): Promise<ImportOutcome>;
  readonly keys: KeyCabinet;
  readonly audit: AuditDesk;
  /** Call `prepare` first. */
  readonly simulations: SimulationDesk;
  /** Call `prepare` first. */
  report(question: ReportQuestion): Promise<Report | ReportRefusal>;
  /** Writes what waits to be written behind the requests. */
  settle(): Promise<void>;
  /** Answers what is under way, writes what waits, and disconnects. */
  close(): Promise<void>;
  /** A key that may be shown on the terminal; null in production. */
  readonly printableKey: string | null;
}

/** The tools of the command line. */
export interface Workbench {
  readonly open: () => Promise<OpenService>;
  readonly reviewRules: (folder: string) => Promise<RulesReview>;
  readonly testRules: (documents: DocumentSet) => Promise<readonly RuleTestResult[]>;
  readonly schemaText: () => string;
  readonly print: (text: string) => void;
  /** Whether a person watches, so that a bar may move. */
  readonly terminal: boolean;
  /** Whether `serve` loads the demo accounts into an empty database. */
  readonly seedsWhenServing: boolean;
}
