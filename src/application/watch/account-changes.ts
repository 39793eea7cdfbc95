/** Tells those who watch an account that something about it changed. */
import { ChangeFeed } from './change-feed';

/** How many may watch at once. */
export interface WatchLimits {
  readonly feeds: number;
  /** Of these, of one account. */
  readonly feedsPerAccount: number;
}

/** Counts changes of accounts: the number differs when there was one, and means nothing else. */
export interface AccountVersions {
  /** By id, one query for all; ids that do not exist are missing. */
  versions(accountIds: readonly string[]): Promise<ReadonlyMap<string, string>>;
}

interface Watched {
  readonly feeds: Set<ChangeFeed>;
  /** As it was when the database was asked last; undefined: not asked yet. */
  version: string | undefined;
}

/** The feeds of this replica. */
export class AccountChanges {
  private readonly accounts = new Map<string, Watched>();
  private open = 0;
  private ended = false;

  constructor(private readonly limits: WatchLimits) {}

  /** Feeds that are open. */
  get count(): number {
    return this.open;
  }

  /** A feed that tells of a change at once, so that its reader begins with how things are; null: too many watch already. */
  watch(accountId: string): ChangeFeed | null {
    const watched = this.accounts.get(accountId) ?? { feeds: new Set<ChangeFeed>(), version: undefined };
    if (this.ended || this.open >= this.limits.feeds || watched.feeds.size >= this.limits.feedsPerAccount)
      return null;
    const feed = new ChangeFeed(() => this.close(accountId, watched, feed));
    this.accounts.set(accountId, watched);
    watched.feeds.add(feed);
    this.open += 1;
    feed.tell();
    return feed;
  }

  /**
   * As `watch`, and knows how the account was before its reader first looks at it: whatever another replica changes from
   * then on is told. Rejects when the database can't be asked; then nothing is watched.
   */
  async watchSince(source: AccountVersions, accountId: string): Promise<ChangeFeed | null> {
    const feed = this.watch(accountId);
    const watched = this.accounts.get(accountId);
    if (feed === null || watched === undefined || watched.version !== undefined) return feed;
    try {
      const versions = await source.versions([accountId]);
      watched.version ??= versions.get(accountId);
      return feed;
    } catch (error) {
      await feed.return();
      throw error;
    }
  }

  /** Called after a change of these accounts was committed here. */
  changed(accountIds: Iterable<string>): void {
    for (const id of accountIds) for (const feed of this.accounts.get(id)?.feeds ?? []) feed.tell();
  }

  /** Called when what every account is shown may have changed, for instance by a new release. */
  allChanged(): void {
    this.changed(this.accounts.keys());
  }

  /** Looks whether another replica changed a watched account. Asks nothing while nobody watches. */
  async follow(source: AccountVersions): Promise<void> {
    if (this.accounts.size === 0) return;
    const versions = await source.versions([...this.accounts.keys()]);
    for (const [id, watched] of this.accounts) {
      const version = versions.get(id);
      if (watched.version !== undefined && watched.version !== version) this.changed([id]);
      watched.version = version;
    }
  }

  /** Ends every feed: the process stops. */
  end(): void {
    this.ended = true;
    for (const { feeds } of this.accounts.values()) for (const feed of feeds) void feed.return();
  }

  private close(accountId: string, watched: Watched, feed: ChangeFeed): void {
    if (!watched.feeds.delete(feed)) return;
    this.open -= 1;
    if (watched.feeds.size === 0) this.accounts.delete(accountId);
  }
}
