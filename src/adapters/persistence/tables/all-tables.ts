/** Lists every table, parents before children. */
import type { EntitySchema } from 'typeorm';
import type { Dialect } from '../column-types';
import { accountEventTable } from './account-event-table';
import { accountHistoryTable } from './account-history-table';
import { accountSnapshotTable } from './account-snapshot-table';
import { accountTable } from './account-table';
import { apiKeyTable } from './api-key-table';
import { auditEntryTable } from './audit-entry-table';
import { auditHeadTable } from './audit-head-table';
import { crossingTable } from './crossing-table';
import { decisionLogTable } from './decision-log-table';
import { documentTable } from './document-table';
import { draftDocumentTable } from './draft-document-table';
import { handoffCountTable } from './handoff-count-table';
import { idempotencyKeyTable } from './idempotency-key-table';
import { metricLedgerTable } from './metric-ledger-table';
import { publishedReleaseTable } from './published-release-table';
import { releaseDocumentTable } from './release-document-table';
import { responseEntryTable } from './response-entry-table';
import { simulationInputTable } from './simulation-input-table';
import { simulationTable } from './simulation-table';
import { usageEventTable } from './usage-event-table';
import { workspaceTable } from './workspace-table';

/** The same tables for every database; only the spelling of column types differs. */
export function allTables(dialect: Dialect): EntitySchema[] {
  return [
    accountTable,
    metricLedgerTable,
    usageEventTable,
    accountEventTable,
    crossingTable,
    documentTable,
    publishedReleaseTable,
    releaseDocumentTable,
    decisionLogTable,
    accountHistoryTable,
    responseEntryTable,
    idempotencyKeyTable,
    apiKeyTable,
    handoffCountTable,
    auditEntryTable,
    auditHeadTable,
    draftDocumentTable,
    workspaceTable,
    simulationTable,
    simulationInputTable,
    accountSnapshotTable,
  ].map((table) => table(dialect));
}
