/** Takes accounts, usage and account events in: one result per item, in their order. */
import 'reflect-metadata';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { IngestOutcome } from '../../../application/ingest/ingest-result';
import { batchTooLarge } from '../refusals';
import type { RequestContext } from '../request-context';
import { RequiresScope } from '../scope';
import { AccountFields } from '../types/account-input';
import { AccountEventFields, UsageEventFields } from '../types/ingestion-inputs';
import { IngestResult } from '../types/ingest-result';

const PER_ITEM = 'One result per item, in their order; one bad item never loses the others.';
const ITEMS = { description: 'At most 1,000 items.' };

/** Mutations of the systems that know the accounts. */
@Resolver()
export class IngestionResolver {
  @RequiresScope('data:ingest')
  @Mutation(() => [IngestResult], { description: `Creates or replaces accounts; usage stays. ${PER_ITEM}` })
  async upsertAccounts(
    @Arg('input', () => [AccountFields], ITEMS) input: AccountFields[],
    @Ctx() request: RequestContext,
  ): Promise<readonly IngestResult[]> {
    return resultsOf(await request.services.upsertAccounts(input));
  }

  @RequiresScope('data:ingest')
  @Mutation(() => [IngestResult], {
    description: `Records usage; a repeated id changes nothing. ${PER_ITEM}`,
  })
  async recordUsage(
    @Arg('input', () => [UsageEventFields], ITEMS) input: UsageEventFields[],
    @Ctx() request: RequestContext,
  ): Promise<readonly IngestResult[]> {
    return resultsOf(await request.services.recordUsage(input));
  }

  @RequiresScope('data:ingest')
  @Mutation(() => [IngestResult], {
    description: `Records what happened to accounts; a repeated id changes nothing. ${PER_ITEM}`,
  })
  async recordAccountEvents(
    @Arg('input', () => [AccountEventFields], ITEMS) input: AccountEventFields[],
    @Ctx() request: RequestContext,
  ): Promise<readonly IngestResult[]> {
    return resultsOf(await request.services.recordAccountEvents(input));
  }
}

function resultsOf(outcome: IngestOutcome): readonly IngestResult[] {
  if ('refused' in outcome) throw batchTooLarge(outcome.refused.message, outcome.refused.limit);
  return outcome.results;
}
