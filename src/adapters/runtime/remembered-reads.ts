/** Reads accounts from the database while it answers, and from memory, marked as such, while it does not. */
import { LRUCache } from 'lru-cache';
import type {
  FoundSubject,
  StoredSubject,
  Subject,
  SubjectReader,
  SubjectSource,
} from '../../application/decide/subject';
import type { Clock } from '../../application/ports';
import { isDatabaseAway } from '../../application/unavailability';
import { ReadBudget } from './read-budget';

/** What may be remembered, and when the database counts as away. */
export interface RememberedReadsLimits {
  /** Accounts kept, the least recently asked for goes first; 0 keeps none. */
  readonly accounts: number;
  /** Milliseconds after which what is remembered is of no use any more. Default: an hour. */
  readonly longestMs: number;
  /** Milliseconds a read may take before the database counts as away. Default 1,000. */
  readonly readBudgetMs: number;
  /** Milliseconds between two attempts while it is away: all others are answered at once. Default 500. */
  readonly pauseMs: number;
}

const DEFAULTS = { longestMs: 3_600_000, readBudgetMs: 1_000, pauseMs: 500 };

/** Texts are kept, since they weigh little; what they say is kept too once it was asked for twice. */
interface Remembered {
  readonly stored: StoredSubject;
  readAt: number;
  subject: Subject | null;
}

/**
 * The read of a decision. An account that is not remembered rejects with the database's fault while it is away: without its
 * history no offer could be made honestly. While the database answers, memory only saves reading the same text twice.
 */
export class RememberedReads implements SubjectReader {
  private readonly limits: RememberedReadsLimits;
  private readonly memory: LRUCache<string, Remembered>;
  private readonly budget: ReadBudget;
  private away: { readonly fault: unknown; readonly until: number } | null = null;

  constructor(
    private readonly source: SubjectSource,
    private readonly clock: Clock,
    limits: Pick<RememberedReadsLimits, 'accounts'> & Partial<RememberedReadsLimits>,
  ) {
    this.limits = { ...DEFAULTS, ...limits };
    this.memory = new LRUCache({ max: Math.max(1, this.limits.accounts) });
    this.budget = new ReadBudget(this.limits.readBudgetMs);
  }

  async subject(accountId: string): Promise<FoundSubject | null> {
    const now = this.clock.now();
    if (this.away !== null && now < this.away.until) return this.recall(accountId, this.away.fault);
    if (this.away !== null) this.away = { ...this.away, until: now + this.limits.pauseMs };
    try {
      const stored = await this.budget.within(this.source.find(accountId));
      this.away = null;
      return stored === null ? null : { ...this.spellOut(accountId, stored, now), rememberedAt: null };
    } catch (fault) {
      if (!isDatabaseAway(fault)) throw fault;
      this.away = { fault, until: this.clock.now() + this.limits.pauseMs };
      return this.recall(accountId, fault);
    }
  }

  /** Whether some account could be decided on without the database. */
  get remembersSomething(): boolean {
    return this.memory.size > 0;
  }

  /** What was read before is no longer true: an answer was recorded. */
  forget(accountId: string): void {
    this.memory.delete(accountId);
  }

  private spellOut(accountId: string, stored: StoredSubject, now: number): Subject {
    const known = this.memory.get(accountId);
    if (known !== undefined && isSame(known.stored, stored)) {
      known.readAt = now;
      return (known.subject ??= this.source.read(known.stored));
    }
    if (this.limits.accounts > 0) this.memory.set(accountId, { stored, readAt: now, subject: null });
    return this.source.read(stored);
  }

  private recall(accountId: string, fault: unknown): FoundSubject {
    const found = this.memory.get(accountId);
    if (found === undefined || this.clock.now() - found.readAt > this.limits.longestMs) throw fault;
    return { ...(found.subject ??= this.source.read(found.stored)), rememberedAt: found.readAt };
  }
}

/** Texts are compared, not versions: whoever changed a row, and however, is seen. */
function isSame(one: StoredSubject, other: StoredSubject): boolean {
  return (
    one.version === other.version &&
    one.usageMatrix === other.usageMatrix &&
    one.profile === other.profile &&
    one.activity === other.activity &&
    one.history === other.history
  );
}
