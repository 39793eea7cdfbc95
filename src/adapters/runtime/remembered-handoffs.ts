/** Keeps in memory what people have taken on this month, so that a decision need not ask. */
import type { Clock } from '../../application/ports';
import type {
  HandoffCounts,
  HandoffPicture,
  MonthOfHandoffs,
} from '../../application/respond/response-ports';
import { monthOf } from '../../domain/responses/calendar-period';
import { NO_HANDOFFS, type HandoffLoad } from '../../domain/responses/handoff-load';

/** As old as the last `refresh`; the recording transaction has the last word. Memory: one entry per owner and offer. */
export class RememberedHandoffs implements HandoffPicture {
  private month = '';
  private total = 0;
  private counts: MonthOfHandoffs = { byOwner: new Map(), byOffer: new Map() };

  constructor(
    private readonly source: HandoffCounts,
    private readonly clock: Clock,
  ) {}

  /** One small read, and a second one where something changed. Rejects with the database's fault and keeps what it knows. */
  async refresh(): Promise<void> {
    const month = monthOf(this.clock.now());
    const total = await this.source.total(month);
    if (this.isKnown(month, total)) return;
    const counts = await this.source.ofMonth(month);
    // Of two refreshes at once the one that saw less may end last.
    if (!this.isKnown(month, total)) [this.month, this.total, this.counts] = [month, total, counts];
  }

  /** None in a month that was not read yet: it has just begun. */
  loadOf(owner: string | undefined, now: number): HandoffLoad {
    if (this.total === 0 || monthOf(now) !== this.month) return NO_HANDOFFS;
    const { byOwner, byOffer } = this.counts;
    return { ofOwner: owner === undefined ? 0 : (byOwner.get(owner) ?? 0), ofOffer: byOffer };
  }

  private isKnown(month: string, total: number): boolean {
    return month === this.month && total <= this.total;
  }
}
