/** Answers what is known of accounts named by their ids. */
import type { AccountDirectory, Clock, ReleaseProvider } from '../ports';
import { describeAccount, type AccountView } from './account-view';

/** One query for all of them. */
export class DescribeAccounts {
  constructor(
    private readonly directory: AccountDirectory,
    private readonly releases: ReleaseProvider,
    private readonly clock: Clock,
  ) {}

  /** In the order of the ids; null where there is no such account. */
  async execute(ids: readonly string[]): Promise<readonly (AccountView | null)[]> {
    const release = this.releases.current();
    const snapshots = await this.directory.snapshots(ids);
    const now = this.clock.now();
    return snapshots.map((snapshot) => (snapshot === null ? null : describeAccount(snapshot, release, now)));
  }
}
