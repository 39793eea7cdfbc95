/** Writes what a batch changes, account by account, and decides again where another writer was faster. */
import type { AccountIngestState, AccountStore, AccountWrite } from '../ports';
import { groupBy } from '../../domain/collections/group-by';
import { inParallel } from './in-parallel';
import { applied, contended, type IngestResult } from './ingest-result';

/** Rounds before an item is given back as contended: in each, at least one writer of an account gets through. */
const MOST_ROUNDS = 100;

/** An item that reads, and its place in the batch. */
export interface BatchItem<T> {
  readonly index: number;
  readonly item: T;
}

/** What a round makes of the items of one account. */
export interface AccountDecision {
  /** What to write; null when nothing changes. */
  readonly change: AccountWrite | null;
}

/** How one kind of item is ingested. */
export interface IngestPlan<T> {
  accountIdOf(item: T): string;
  idOf(item: T): string;
  /** Settles what needs no write, from the state and from ids recorded before; undefined: go on to `decide`. */
  settle(item: T, state: AccountIngestState, known: ReadonlySet<string>): IngestResult | undefined;
  /** Ids among these that were recorded before. */
  known(ids: readonly string[]): Promise<ReadonlySet<string>>;
  decide(state: AccountIngestState, items: readonly T[]): Promise<AccountDecision>;
}

type Results = Map<number, IngestResult>;
type Group<T> = { readonly state: AccountIngestState; readonly items: readonly BatchItem<T>[] };

function groupOpen<T>(
  plan: IngestPlan<T>,
  states: ReadonlyMap<string, AccountIngestState>,
  open: readonly BatchItem<T>[],
): readonly Group<T>[] {
  const groups = groupBy(open, ({ item }) => plan.accountIdOf(item));
  return [...groups].map(([id, items]) => ({ state: stateOf(states, id), items }));
}

function stateOf(states: ReadonlyMap<string, AccountIngestState>, id: string): AccountIngestState {
  return states.get(id) ?? { snapshot: null, ledgers: new Map() };
}

/** Answers every item that needs no write and hands back the others; of two with one id, the first. */
function settleAll<T>(
  plan: IngestPlan<T>,
  states: ReadonlyMap<string, AccountIngestState>,
  known: ReadonlySet<string>,
  pending: readonly BatchItem<T>[],
  results: Results,
): readonly BatchItem<T>[] {
  const taken = new Set(known);
  return pending.filter(({ index, item }) => {
    const settled = plan.settle(item, stateOf(states, plan.accountIdOf(item)), taken);
    if (settled !== undefined) results.set(index, settled);
    else taken.add(plan.idOf(item));
    return settled === undefined;
  });
}

async function decideAll<T>(plan: IngestPlan<T>, groups: readonly Group<T>[]) {
  return inParallel(groups, async (group) => {
    const { change } = await plan.decide(
      group.state,
      group.items.map(({ item }) => item),
    );
    return { group, change };
  });
}

/** One round: read, settle, decide, write. Hands back the items whose account another writer changed meanwhile. */
async function ingestRound<T>(
  store: AccountStore,
  plan: IngestPlan<T>,
  pending: readonly BatchItem<T>[],
  results: Results,
): Promise<readonly BatchItem<T>[]> {
  const accountIds = new Set(pending.map(({ item }) => plan.accountIdOf(item)));
  const states = await store.load([...accountIds]);
  const known = await plan.known(pending.map(({ item }) => plan.idOf(item)));
  const open = settleAll(plan, states, known, pending, results);
  const decided = await decideAll(plan, groupOpen(plan, states, open));
  const changes = decided.flatMap(({ change }) => change ?? []);
  const written = changes.length > 0 ? await store.writeMany(changes) : [];
  const outcomes = written.values();
  return decided.flatMap(({ group, change }) => {
    const lost = change !== null && outcomes.next().value === 'conflict';
    if (!lost) group.items.forEach(({ index, item }) => results.set(index, applied(plan.idOf(item))));
    return lost ? group.items : [];
  });
}

/** Ingests items that read; the results by their place in the batch. */
export async function ingestInRounds<T>(
  store: AccountStore,
  plan: IngestPlan<T>,
  items: readonly BatchItem<T>[],
): Promise<ReadonlyMap<number, IngestResult>> {
  const results: Results = new Map();
  let pending = items;
  for (let round = 0; round < MOST_ROUNDS && pending.length > 0; round += 1)
    pending = await ingestRound(store, plan, pending, results);
  for (const { index, item } of pending) results.set(index, contended(plan.idOf(item)));
  return results;
}
