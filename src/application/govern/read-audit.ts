/** Shows the audit log page by page, newest first. */
import type { AuditEntry } from '../../domain/audit/audit-entry';
import type { AuditLog } from './audit-ports';

/** Which lines to show. */
export interface AuditQuestion {
  /** Only lines before this position; null: from the newest. */
  readonly before: number | null;
  readonly first: number;
}

/** Lines, newest first. */
export interface AuditPage {
  readonly items: readonly AuditEntry[];
  readonly hasNextPage: boolean;
  /** How many lines the log has, as far as its head knows. */
  count(): Promise<number | null>;
}

/** Reads one line more than is shown, to know whether there is another page. */
export class ReadAudit {
  constructor(private readonly log: AuditLog) {}

  async execute({ before, first }: AuditQuestion): Promise<AuditPage> {
    const lines = await this.log.newest(before, first + 1);
    return {
      items: lines.slice(0, first),
      hasNextPage: lines.length > first,
      count: async () => (await this.log.head())?.length ?? null,
    };
  }
}
