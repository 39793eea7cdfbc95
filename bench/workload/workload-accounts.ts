/** Builds the facts of the benchmark's accounts from the shipped catalogue, as the service would. */
import type { FactBuilder } from '../../src/domain/facts/build-facts';
import { compileFactBuilder } from '../../src/domain/facts/build-facts';
import { buildFactCatalogue } from '../../src/domain/facts/fact-catalogue';
import type { DocumentSet } from '../../src/domain/documents/document-set';
import type { FactSet } from '../../src/domain/rules/fact-set';
import { FactOrder, FactTable } from '../../src/domain/rules/fact-table';
import { benchAccounts } from '../service/bench-accounts';
import { COLUMN_FACTS } from './workload-columns';
import { WORKLOAD_FACTS } from './workload-attributes';

/** The facts that the rules look at, and no others, of the accounts from position 0 up; `now` in milliseconds since the epoch. */
export function* workloadAccounts(
  shipped: DocumentSet,
  count: number,
  now: number,
): Generator<FactSet, undefined> {
  const build = builderFor(shipped);
  const order = new FactOrder(COLUMN_FACTS);
  for (const snapshot of benchAccounts(count, now)) {
    const { values } = build(snapshot, { surface: 'IN_APP' }, now);
    const kept = new FactTable(order);
    for (const name of COLUMN_FACTS) copyFact(name, values, kept);
    yield { values: kept, stale: new Set(), now };
  }
}

/** Dates are taken over as built: the engines that are compared with get theirs as numbers too. */
function copyFact(name: string, from: FactSet['values'], to: FactTable): void {
  const value = from.get(name);
  if (value === undefined) return;
  const date = from instanceof FactTable ? from.dateAt(from.order.sourceOf(name)) : Number.NaN;
  if (Number.isNaN(date)) to.set(name, value);
  else to.putDate(to.order.sourceOf(name), value as string, date);
}

function builderFor(shipped: DocumentSet): FactBuilder {
  const fact = new Map([...shipped.fact, ...WORKLOAD_FACTS.map((added) => [added.key, added] as const)]);
  return compileFactBuilder(shipped, buildFactCatalogue({ fact, metric: shipped.metric }), {
    staleAfterDays: {},
  });
}
