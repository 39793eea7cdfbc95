/** Reads what people have taken on in a calendar month, for the memory of decisions. */
import type { HandoffCounts, MonthOfHandoffs } from '../../application/respond/response-ports';
import { keyText } from './key-text';
import type { SqlDatabase } from './sql-database';
import type { HandoffCountRow } from './tables/handoff-count-table';

const TOTAL = 'SELECT COALESCE(SUM(accepted), 0) AS total FROM handoff_count WHERE month = ?';
const ROWS = 'SELECT kind, subject, accepted FROM handoff_count WHERE month = ? AND accepted > 0';

/** Both statements read one month's range of the primary key. */
export class SqlHandoffCounts implements HandoffCounts {
  constructor(private readonly database: SqlDatabase) {}

  async total(month: string): Promise<number> {
    const [row] = await this.database.prepared<{ total: number | string }>(TOTAL, [month]);
    return Number(row?.total);
  }

  async ofMonth(month: string): Promise<MonthOfHandoffs> {
    const rows = await this.database.prepared<HandoffCountRow>(ROWS, [month]);
    const of = (wanted: string) =>
      new Map(
        rows
          .filter(({ kind }) => keyText(kind) === wanted)
          .map(({ subject, accepted }) => [keyText(subject), accepted]),
      );
    return { byOwner: of('owner'), byOffer: of('offer') };
  }
}
