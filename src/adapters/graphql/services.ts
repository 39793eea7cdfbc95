/** Names the use cases that resolvers call; the composition root fills them in. */
import type { AccountToken, AccountTokenRequest } from '../../application/access/create-account-token';
import type { ApiKeyRequest, NewApiKey } from '../../application/access/create-api-key';
import type { InputRefused } from '../../application/access/input-refused';
import type { AccountView } from '../../application/accounts/account-view';
import type { AccountListing, AccountListQuestion } from '../../application/accounts/list-accounts';
import type { DecisionView } from '../../application/decide/decide-for-account';
import type { AccountNotFound, DecisionQuestion } from '../../application/decide/decision-question';
import type { NotificationView } from '../../application/decide/notification-view';
import type { GovernanceServices } from '../../application/govern/governance-services';
import type { AuditPage, AuditQuestion } from '../../application/govern/read-audit';
import type { ExplanationServices } from '../../application/explain/explanation-services';
import type { IngestOutcome } from '../../application/ingest/ingest-result';
import type { ChangeFeed } from '../../application/watch/change-feed';
import type { ReportQuestion, ReportRefusal } from '../../application/report/report-question';
import type { ResponseServices } from '../../application/respond/response-services';
import type {
  StartSimulationInput,
  StartSimulationResult,
} from '../../application/simulate/start-simulation';
import type { SimulationView } from '../../application/simulate/simulation-view';
import type { AccountEventInput, AccountInput, UsageEventInput } from '../../domain/accounts/account-input';
import type { Actor } from '../../domain/audit/actor';
import type { DocumentKind } from '../../domain/documents/document-kind';
import type { DocumentSet } from '../../domain/documents/document-set';
import type { Problem } from '../../domain/documents/problem';
import type { FactCatalogue } from '../../domain/facts/fact-catalogue';
import type { Report } from '../../domain/reports/report';
import type { OperatorDefinition } from '../../domain/rules/operators/operator-definition';

/** The published release, as far as lists and catalogues show it. */
export interface PublishedRelease {
  readonly documents: DocumentSet;
  readonly facts: FactCatalogue;
}

/** The use cases that manage who may ask. */
export interface AccessServices {
  readonly createApiKey: (request: ApiKeyRequest, actor: Actor) => Promise<NewApiKey | InputRefused>;
  /** False when there is no such key or it was revoked before. */
  readonly revokeApiKey: (id: string, actor: Actor) => Promise<boolean>;
  readonly createAccountToken: (
    request: AccountTokenRequest,
  ) => Promise<AccountToken | InputRefused | AccountNotFound>;
}

/** The use cases that hold a draft against the release in force. */
export interface SimulationServices {
  /** The same caller, key and input: the same simulation. */
  readonly start: (input: StartSimulationInput, callerId: string) => Promise<StartSimulationResult>;
  /** null when there is no such simulation, as with `cancel`. */
  readonly find: (id: string) => Promise<SimulationView | null>;
  readonly cancel: (id: string) => Promise<SimulationView | null>;
}

/** Everything resolvers call. */
export interface Services {
  readonly decide: (question: DecisionQuestion) => Promise<DecisionView | AccountNotFound>;
  readonly notify: (question: DecisionQuestion) => Promise<readonly NotificationView[] | AccountNotFound>;
  /** Tells of changes of the account until it is left; null when too many watch already. */
  readonly watchAccount: (accountId: string) => Promise<ChangeFeed | null>;
  /** In the order of the ids; null where there is no such account. */
  readonly describeAccounts: (ids: readonly string[]) => Promise<readonly (AccountView | null)[]>;
  readonly listAccounts: (question: AccountListQuestion) => Promise<AccountListing>;
  /** The release in force, from memory. */
  readonly release: () => PublishedRelease;
  readonly operators: readonly OperatorDefinition[];
  /** The JSON Schema of a kind. */
  readonly documentSchema: (kind: DocumentKind) => Record<string, unknown>;
  /** Every problem of a draft document, judged within the published release. */
  readonly validateDocument: (kind: DocumentKind, document: unknown) => readonly Problem[];
  readonly upsertAccounts: (input: readonly AccountInput[]) => Promise<IngestOutcome>;
  readonly recordUsage: (input: readonly UsageEventInput[]) => Promise<IngestOutcome>;
  readonly recordAccountEvents: (input: readonly AccountEventInput[]) => Promise<IngestOutcome>;
  readonly makeReport: (question: ReportQuestion) => Promise<Report | ReportRefusal>;
  /** Lines of the audit log, newest first. */
  readonly readAudit: (question: AuditQuestion) => Promise<AuditPage>;
  readonly access: AccessServices;
  readonly responses: ResponseServices;
  readonly governance: GovernanceServices;
  readonly explanations: ExplanationServices;
  readonly simulations: SimulationServices;
}
