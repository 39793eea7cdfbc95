/** Takes account events in, deduplicated for ever by their id. */
import type { AccountStore, Clock, CatalogueProvider } from '../ports';
import type { AccountEventInput } from '../../domain/accounts/account-input';
import type { IngestOutcome } from './ingest-result';

/** One result per item, in their order; one bad item never loses the others. At most 1,000 items a call. */
export class RecordAccountEvents {
  constructor(
    private readonly store: AccountStore,
    private readonly releases: CatalogueProvider,
    private readonly clock: Clock,
  ) {}

  async execute(input: readonly AccountEventInput[]): Promise<IngestOutcome> {
    throw new Error('in the making');
  }
}
