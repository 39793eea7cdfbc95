/** Reads accounts from the database while it answers, and from memory, marked as such, while it does not. */
import { LRUCache } from 'lru-cache';
import type { Freshness } from '../../application/decide/freshness';
import type { AccountReader, Clock } from '../../application/ports';
import type { HistoryReader } from '../../application/respond/response-ports';
import { DatabaseOverdue, isDatabaseAway } from '../../application/unavailability';
import type { AccountSnapshot } from '../../domain/accounts/account-snapshot';
import type { History } from '../../domain/responses/history';

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

interface Remembered<Value> {
  readonly value: Value;
  readonly readAt: number;
}

/**
 * Both reads of a decision. An account or a history that is not remembered rejects with the database's fault while it is
 * away: without its history no offer could be made honestly.
 */
export class RememberedReads implements AccountReader, HistoryReader, Freshness {
  private readonly limits: RememberedReadsLimits;
  private readonly snapshots: LRUCache<string, Remembered<AccountSnapshot>>;
  private readonly histories: LRUCache<string, Remembered<History>>;
  private readonly times = new WeakMap<object, number>();
  private away: { readonly fault: unknown; readonly until: number } | null = null;

  constructor(
    private readonly source: AccountReader & HistoryReader,
    private readonly clock: Clock,
    limits: Pick<RememberedReadsLimits, 'accounts'> & Partial<RememberedReadsLimits>,
  ) {
    this.limits = { ...DEFAULTS, ...limits };
    const bounds = { max: Math.max(1, this.limits.accounts) };
    this.snapshots = new LRUCache(bounds);
    this.histories = new LRUCache(bounds);
  }

  snapshot(accountId: string): Promise<AccountSnapshot | null> {
    return this.read(this.snapshots, accountId, () => this.source.snapshot(accountId));
  }

  async history(accountId: string): Promise<History> {
    return this.read(this.histories, accountId, () => this.source.history(accountId));
  }

  rememberedAt(value: object): number | null {
    return this.times.get(value) ?? null;
  }

  /** Whether some account could be decided on without the database. */
  get remembersSomething(): boolean {
    return this.snapshots.size > 0;
  }

  /** What was read before is no longer true: an answer was recorded, or new data came in. */
  forget(accountId: string): void {
    this.snapshots.delete(accountId);
    this.histories.delete(accountId);
  }

  private async read<Value extends object | null>(
    memory: LRUCache<string, Remembered<NonNullable<Value>>>,
    accountId: string,
    ask: () => Promise<Value>,
  ): Promise<Value> {
    const now = this.clock.now();
    if (this.away !== null && now < this.away.until) return this.recall(memory, accountId, this.away.fault);
    if (this.away !== null) this.away = { ...this.away, until: now + this.limits.pauseMs };
    try {
      const value = await inBudget(ask(), this.limits.readBudgetMs);
      this.away = null;
      if (value !== null && this.limits.accounts > 0) memory.set(accountId, { value, readAt: now });
      return value;
    } catch (fault) {
      if (!isDatabaseAway(fault)) throw fault;
      this.away = { fault, until: this.clock.now() + this.limits.pauseMs };
      return this.recall(memory, accountId, fault);
    }
  }

  /** A copy, so that the age belongs to this answer and not to one that was read from the database. */
  private recall<Value extends object>(
    memory: LRUCache<string, Remembered<Value>>,
    accountId: string,
    fault: unknown,
  ): Value {
    const found = memory.get(accountId);
    if (found === undefined || this.clock.now() - found.readAt > this.limits.longestMs) throw fault;
    const copy = { ...found.value };
    this.times.set(copy, found.readAt);
    return copy;
  }
}

/** Waits no longer than the budget; what comes later is nobody's any more. */
function inBudget<Value>(work: Promise<Value>, budgetMs: number): Promise<Value> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new DatabaseOverdue(budgetMs)), budgetMs);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
