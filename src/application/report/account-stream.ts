/** Reads one list of a report account by account, a page at a time. */

/** What one list is read with. */
export interface AccountList<Row, Item> {
  /** At most `limit` rows that come after the row `after`, in ascending byte order of their accounts. */
  readonly read: (after: Row | null, limit: number) => Promise<readonly Row[]>;
  readonly accountOf: (row: Row) => string;
  /** What is kept of a row; rows themselves are forgotten with their page. */
  readonly keep: (row: Row) => Item;
  /** Rows a page. */
  readonly pageSize: number;
}

/** Holds one page, and what is kept of the account at hand. */
export class AccountStream<Row, Item> {
  private page: readonly Row[] = [];
  private at = 0;
  private last: Row | null = null;
  private isLastPage = false;

  constructor(private readonly list: AccountList<Row, Item>) {}

  /** Id of the account whose rows come next; null at the end. */
  async next(): Promise<string | null> {
    const row = await this.peek();
    return row === undefined ? null : this.list.accountOf(row);
  }

  /** What is kept of every row of this account, in their order; empty when the next rows are another's. */
  async take(accountId: string): Promise<readonly Item[]> {
    const items: Item[] = [];
    for (;;) {
      const row = await this.peek();
      if (row === undefined || this.list.accountOf(row) !== accountId) return items;
      items.push(this.list.keep(row));
      this.at += 1;
    }
  }

  private async peek(): Promise<Row | undefined> {
    if (this.at === this.page.length && !this.isLastPage) await this.turn();
    return this.page[this.at];
  }

  private async turn(): Promise<void> {
    this.page = await this.list.read(this.last, this.list.pageSize);
    this.at = 0;
    this.last = this.page.at(-1) ?? null;
    this.isLastPage = this.page.length < this.list.pageSize;
  }
}
