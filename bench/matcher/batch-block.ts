/** Makes one block of accounts ready to be evaluated over and over, on whatever thread. */
import { workloadAccounts } from '../workload/workload-accounts';
import { OURS } from './engines';
import { BENCH_NOW, readInput, shippedDocuments } from './matcher-input';

/** What every thread of a batch works on. */
export interface BatchWork {
  /** The file with the rules. */
  readonly file: string;
  readonly rules: number;
  /** Accounts that each thread holds in memory. */
  readonly held: number;
}

/** Compiles the rules and builds the accounts; then each call evaluates all of them and returns how many rules fired. */
export async function prepareBlock({ file, rules, held }: BatchWork): Promise<() => number> {
  const engine = await OURS.prepare(readInput(file, rules));
  const asks = [...workloadAccounts(await shippedDocuments(), held, BENCH_NOW)].map((facts) =>
    engine.about(facts),
  );
  return () => {
    let fired = 0;
    for (const ask of asks) {
      const answer = ask();
      if (answer instanceof Promise)
        throw new Error('A batch is evaluated by an engine that answers at once.');
      fired += answer.length;
    }
    return fired;
  };
}
