/** Holds what resolvers need to know of one request. */
import DataLoader from 'dataloader';
import type { AccountView } from '../../application/accounts/account-view';
import type { Caller } from '../../application/caller';
import type { Services } from './services';

/** One per request, so that nothing read for one caller is ever seen by another. */
export class RequestContext {
  private loader: DataLoader<string, AccountView | null> | undefined;

  constructor(
    readonly services: Services,
    readonly caller: Caller,
    /** Names the request in logs and in error answers. */
    readonly requestId: string,
  ) {}

  /** Accounts by id, asked for together in one read; null where there is no such account. */
  get accounts(): DataLoader<string, AccountView | null> {
    this.loader ??= new DataLoader((ids) => this.services.describeAccounts(ids), { maxBatchSize: 100 });
    return this.loader;
  }
}
