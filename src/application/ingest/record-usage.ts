/** Takes usage events in, deduplicated for ever by their id. */
import type { AccountStore, Clock, ReleaseProvider } from '../ports';
import type { UsageEventInput } from '../../domain/accounts/account-input';
import type { IngestOutcome } from './ingest-result';

/** One result per item, in their order; one bad item never loses the others. At most 1,000 items a call. */
export class RecordUsage {
  constructor(
    private readonly store: AccountStore,
    private readonly releases: ReleaseProvider,
    private readonly clock: Clock,
  ) {}

  async execute(input: readonly UsageEventInput[]): Promise<IngestOutcome> {
    throw new Error('in the making');
  }
}
