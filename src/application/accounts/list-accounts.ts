/** Lists accounts page by page, all of them or those of one audience. */
import type { AccountView } from './account-view';

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
  /** Id to go on behind; beyond the last item when accounts outside the audience were passed over; null: nowhere. */
  readonly continueAfter: string | null;
  /** How many there are in all pages; null when that would take reading too many. */
  count(): Promise<number | null>;
}

/** A page, or the name of an audience that does not exist. */
export type AccountListing = { readonly page: AccountListPage } | { readonly failure: 'AUDIENCE_NOT_FOUND' };
