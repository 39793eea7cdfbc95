/** Lists accounts page by page, all of them or those of one audience. */
import type { AccountSnapshot } from '../../domain/accounts/account-snapshot';
import type { CompiledRelease } from '../../domain/decisions/compiled-release';
import type { AccountDirectory, Clock, ReleaseProvider } from '../ports';
import { describeAccount, type AccountView } from './account-view';
import { belongsToAudience } from './audience-membership';

/** Which page is asked for. */
export interface AccountListQuestion {
  /** Id to go on behind; null for the first page. */
  readonly after: string | null;
  readonly first: number;
  /** Key of an audience; null for every account. */
  readonly audience: string | null;
}

/** One page in ascending byte order of the id. */
export interface AccountListPage {
  readonly items: readonly AccountView[];
  readonly hasNextPage: boolean;
  /** Id to go on behind: beyond the last item where accounts outside the audience were passed over; null: nowhere. */
  readonly continueAfter: string | null;
  /** How many there are in all pages; null when that would take reading more than 2,000 accounts. */
  count(): Promise<number | null>;
}

/** A page, or the expected failure: there is no audience of this key. */
export type AccountListing = { readonly page: AccountListPage } | { readonly failure: 'AUDIENCE_NOT_FOUND' };

/** Accounts that one call looks at in search of members; the next call goes on where it stopped. */
export const SCAN_LIMIT = 2_000;
const SCAN_STEP = 200;

/** Reads only; with an audience a page may hold fewer than asked for although there are more. */
export class ListAccounts {
  constructor(
    private readonly directory: AccountDirectory,
    private readonly releases: ReleaseProvider,
    private readonly clock: Clock,
  ) {}

  async execute(question: AccountListQuestion): Promise<AccountListing> {
    const release = this.releases.current();
    const { audience } = question;
    if (audience === null) return { page: await this.everyone(question, release) };
    if (!release.documents.audience.has(audience)) return { failure: 'AUDIENCE_NOT_FOUND' };
    return { page: await this.members({ ...question, audience }, release) };
  }

  private async everyone(
    { after, first }: AccountListQuestion,
    release: CompiledRelease,
  ): Promise<AccountListPage> {
    const { items, hasNextPage } = await this.directory.page(after, first);
    return {
      items: this.describe(items, release),
      hasNextPage,
      continueAfter: items.at(-1)?.account.id ?? null,
      count: () => this.directory.count(),
    };
  }

  private async members(question: MemberQuestion, release: CompiledRelease): Promise<AccountListPage> {
    const found = await this.scan(question, release);
    return {
      items: this.describe(found.items, release),
      hasNextPage: found.hasNextPage,
      continueAfter: found.continueAfter,
      count: async () => {
        if ((await this.directory.count()) > SCAN_LIMIT) return null;
        return (await this.scan({ ...question, after: null, first: SCAN_LIMIT }, release)).items.length;
      },
    };
  }

  /** Passes over accounts in order until the page is full, the accounts are at an end, or enough were looked at. */
  private async scan({ audience, after, first }: MemberQuestion, release: CompiledRelease): Promise<Scan> {
    const now = this.clock.now();
    const items: AccountSnapshot[] = [];
    let last = after;
    for (let looked = 0; looked < SCAN_LIMIT; looked += SCAN_STEP) {
      const step = await this.directory.page(last, SCAN_STEP);
      for (const snapshot of step.items) {
        const member = await belongsToAudience(audience, snapshot, release, now);
        if (member && items.length === first) return { items, hasNextPage: true, continueAfter: last };
        if (member) items.push(snapshot);
        last = snapshot.account.id;
      }
      if (!step.hasNextPage) return { items, hasNextPage: false, continueAfter: last };
    }
    return { items, hasNextPage: true, continueAfter: last };
  }

  private describe(snapshots: readonly AccountSnapshot[], release: CompiledRelease): readonly AccountView[] {
    const now = this.clock.now();
    return snapshots.map((snapshot) => describeAccount(snapshot, release, now));
  }
}

type MemberQuestion = AccountListQuestion & { readonly audience: string };

interface Scan extends Pick<AccountListPage, 'hasNextPage' | 'continueAfter'> {
  readonly items: readonly AccountSnapshot[];
}
